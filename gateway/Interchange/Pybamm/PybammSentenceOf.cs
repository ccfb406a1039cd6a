namespace CoinRig.Interchange;

/// <summary>Says a step as a sentence of PyBaMM's grammar: always with a <c>for</c>, never with the prefix u.</summary>
static class PybammSentenceOf
{
    const double SecondsPerHour = 3600;

    /// <summary>PyBaMM's own default durations: 24 h, and for a C-rate twice the time that it takes in name.</summary>
    const double DefaultHours = 24, DefaultCharges = 2;

    /// <summary>The sentence; what it cannot say is refused.</summary>
    internal static string Step(PortableProtocol protocol, PortableStep step)
    {
        var limits = Limits(protocol, step);
        if (limits.Count > 1)
        {
            protocol.Refuse(step, $"two limits beside the time: {string.Join(", ", limits)}", "one of them: a sentence has one 'until'");
        }
        return $"{Action(protocol, step)} for {Numbers.Time(Seconds(protocol, step))}{(limits.Count == 0 ? "" : $" or until {limits[0]}")} ({Numbers.Time(step.Record.IntervalSeconds).TrimEnd('s')} period)";
    }

    static string Action(PortableProtocol protocol, PortableStep step)
    {
        switch (step.Kind)
        {
            case PortableKind.Rest:
                return "Rest";
            case PortableKind.Current:
                return $"{Verb(step.Current.Value)} at {step.Current.Size.Text}";
            case PortableKind.Voltage:
                return $"Hold at {Numbers.Of(step.Value)} V";
            case PortableKind.Power:
                return $"{Verb(step.Value)} at {Numbers.Of(Math.Abs(step.Value))} W";
            case PortableKind.Resistance:
                return $"Discharge at {Numbers.Of(step.Value)} Ohm";
            default:
                protocol.Refuse(step, "a sweep of the voltage, which a sentence of PyBaMM cannot say", "steps of constant current, voltage, power or resistance");
                return "";
        }
    }

    static string Verb(double signed) => signed > 0 ? "Charge" : "Discharge";

    static double Seconds(PortableProtocol protocol, PortableStep step)
    {
        if (step.ForSeconds is { } seconds)
        {
            return seconds;
        }
        var added = step is { Kind: PortableKind.Current, Current.IsRate: true } ? Math.Ceiling(DefaultCharges / step.Current.Size.Value) : DefaultHours;
        if (step.Kind != PortableKind.Sweep)
        {
            protocol.LeftOut.Add($"a step {step.Number} without a longest time: 'for {Numbers.Time(added * SecondsPerHour)}' was added");
        }
        return added * SecondsPerHour;
    }

    static List<string> Limits(PortableProtocol protocol, PortableStep step)
    {
        var limits = new List<string>();
        if (step.UntilVolts is { } end)
        {
            var rises = step.Kind == PortableKind.Current ? step.Current.Value > 0 : step.Kind == PortableKind.Power && step.Value > 0;
            var isNatural = step.Kind != PortableKind.Rest && rises == end.Above;
            limits.Add($"{(isNatural ? "" : end.Above ? "> " : "< ")}{Numbers.Of(end.Volts)} V");
        }
        if (step.UntilBelow is { } below)
        {
            limits.Add(below.Text);
        }
        if (step.UntilCurrent is { } signed)
        {
            // PyBaMM counts a discharge positive.
            limits.Add($"{(signed.Above ? "<" : ">")} {Numbers.Current(-signed.Amperes)}");
        }
        return limits;
    }
}
