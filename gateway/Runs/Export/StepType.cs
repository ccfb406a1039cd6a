using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Runs;

/// <summary>The step types that battery data files use: <c>REST</c>, <c>CC_CHG</c>, <c>CC_DCH</c>, <c>CV_CHG</c>, <c>CV_DCH</c>; a sweep is
/// <c>SWEEP_UP</c> or <c>SWEEP_DOWN</c>, the ramp to a voltage <c>RAMP</c>; a constant power is <c>CP_CHG</c> or <c>CP_DCH</c>, a constant resistance <c>CR_DCH</c>.</summary>
static class StepType
{
    /// <summary>Open circuit, or a current held at zero.</summary>
    public const string Rest = "REST";

    /// <summary>The ramp to a voltage, before its segment's time zero.</summary>
    public const string Approach = "RAMP";

    /// <summary>The type of a segment.</summary>
    public static string Of(SegmentStarted segment) => segment.Segment.Mode switch
    {
        ControlMode.OpenCircuit => Rest,
        ControlMode.Current => segment.SetValue == 0 ? Rest : segment.SetValue > 0 ? "CC_CHG" : "CC_DCH",
        ControlMode.Power => segment.Segment.Set.Start > 0 ? "CP_CHG" : "CP_DCH",
        ControlMode.Resistance => "CR_DCH",
        _ when segment.Segment.Role == SegmentRole.Sweep => segment.Segment.Set.End >= segment.SetValue ? "SWEEP_UP" : "SWEEP_DOWN",
        // A hold goes on in the direction that led to it; from rest, in that of its voltage.
        _ when segment.AmperesBefore != 0 => segment.AmperesBefore > 0 ? "CV_CHG" : "CV_DCH",
        _ => segment.SetValue >= segment.VoltsBefore ? "CV_CHG" : "CV_DCH",
    };
}
