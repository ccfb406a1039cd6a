using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Reads <c>trigger: {pin: 12, at: step_start, pulse: 100 ms}</c> of a step, whatever its technique.</summary>
static class TriggerReader
{
    const string Allowed = "step_start, segment_start (every sweep or pulse), a time of the step such as 'time 10 min', or a condition such as 'voltage >= 4.08 V'";
    const double DefaultPulse = 0.1, ShortestPulse = 1e-3, LongestPulse = 3600;

    static readonly Measured[] Watched = [Measured.Voltage, Measured.Current, Measured.AbsoluteCurrent, Measured.StepCharge, Measured.StepEnergy, Measured.Power, Measured.Temperature];

    /// <summary>The trigger of a step; null where it has none.</summary>
    internal static StepTrigger? Read(MappingReader step, ProtocolContext context)
    {
        if (step.Optional("trigger")?.AsMapping("'trigger'") is not { } map)
        {
            return null;
        }
        map.Required("pin");
        var pin = map.WholeNumber("pin", -1, 0, 53);
        var pulse = map.Quantity("pulse", Dimension.Time, DefaultPulse);
        if (pulse is not (>= ShortestPulse and <= LongestPulse))
        {
            map.Optional("pulse")?.Report(map.Optional("pulse")!.Description, "a time of 1 ms to 1 h");
        }
        var at = map.Required("at");
        map.Finish();
        return at is null ? null : At(at, context, pin, pulse);
    }

    static StepTrigger? At(DocumentNode at, ProtocolContext context, int pin, double pulse)
    {
        var text = at.Text ?? "";
        switch (text)
        {
            case "step_start":
                return new(pin, TriggerMoment.StepStart, 0, null, pulse, text);
            case "segment_start":
                return new(pin, TriggerMoment.SegmentStart, 0, null, pulse, text);
            case var time when time.StartsWith("time ", StringComparison.Ordinal) && Amount.TryParse(time["time ".Length..].TrimStart('>', '=', ' '), Dimension.Time, out var given) && given.Value >= 0:
                return new(pin, TriggerMoment.Time, given.Value, null, pulse, text);
        }
        if (text.Length == 0 || !text.AsSpan().ContainsAny('<', '>'))
        {
            at.Report(at.Description, Allowed);
            return null;
        }
        if (ConditionReader.Read(context, at, Course.Sweeps, Measured.StepTime) is [{ Terms: null } condition] && Watched.Contains(condition.Quantity))
        {
            return new(pin, TriggerMoment.Condition, 0, condition, pulse, text);
        }
        at.Report($"'{text}'", $"one condition on voltage, current, charge, energy, power or temperature, or {Allowed}");
        return null;
    }
}
