namespace CoinRig.Runs;

/// <summary>How far a sink has got: everything up to and including these was delivered.</summary>
/// <param name="Sequence">Sequence number of the last sample.</param>
/// <param name="ResultId">Id of the last result.</param>
/// <param name="EventId">Id of the last event.</param>
public readonly record struct RunCursor(long Sequence, long ResultId, long EventId);
