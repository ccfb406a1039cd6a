namespace CoinRig.Control;

/// <summary>What must be known of a segment to go on in it.</summary>
/// <param name="Integrals">Its charge and energy so far.</param>
/// <param name="StepUncountedNanoseconds">Time since the step began that its time does not count: pauses, and ramps back to a voltage, ns.</param>
/// <param name="SegmentUncountedNanoseconds">The same since the segment began, ns.</param>
public readonly record struct SegmentState(SegmentIntegrals Integrals, long StepUncountedNanoseconds, long SegmentUncountedNanoseconds);
