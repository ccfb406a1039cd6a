using CoinRig.Documents;

namespace CoinRig.Interchange;

/// <summary>Reads the list <c>method</c> of unicycler: each step in this program's words, tags and loops as a nest of loops.</summary>
/// <param name="milliampereHours">The capacity by which C-rates become currents; NaN leaves them C-rates.</param>
sealed class UnicyclerSteps(double milliampereHours)
{
    static readonly string[] Kinds =
        ["open_circuit_voltage", "constant_current", "constant_voltage", "voltage_scan", "impedance_spectroscopy", "tag", "loop"];

    readonly UnicyclerLoops _loops = new();

    internal IReadOnlyList<ImportedItem> Read(DocumentNode? method)
    {
        if (method is null)
        {
            return [];
        }
        if (method.Items.Count == 0)
        {
            method.Report(method.Description, "'method' takes a list of at least one step");
        }
        foreach (var node in method.Items)
        {
            if (node.AsMapping("a step") is { } step)
            {
                ReadStep(step);
            }
            else
            {
                _loops.Skip();
            }
        }
        return _loops.Nested();
    }

    void ReadStep(MappingReader step)
    {
        var kind = step.Required("step")?.Text ?? "";
        step.Text("id");
        var place = new Place(step.Node.Line, step.Node.Column);
        switch (kind)
        {
            case "open_circuit_voltage":
                _loops.Add(new ImportedStep(place, $"Rest for {Numbers.Time(UnicyclerValue.Positive(step, "until_time_s"))}"));
                break;
            case "constant_current":
                _loops.Add(new ImportedStep(place, ConstantCurrent(step)));
                break;
            case "constant_voltage":
                _loops.Add(new ImportedStep(place, ConstantVoltage(step)));
                break;
            case "voltage_scan":
                _loops.Add(new ImportedStep(place, VoltageScan(step)));
                break;
            case "tag":
                _loops.AddTag(step);
                break;
            case "loop":
                _loops.AddLoop(step);
                break;
            case "impedance_spectroscopy":
                step.Node.Report("an 'impedance_spectroscopy' step", "no such step: this rig measures no impedance. Leave it out");
                _loops.Skip();
                return;
            default:
                var near = Spelling.Nearest(kind, Kinds);
                step.Node.Report($"a step '{kind}'", $"{(near is null ? "" : $"did you mean '{near}'? ")}The steps are: {string.Join(", ", Kinds)}");
                _loops.Skip();
                return;
        }
        step.Finish();
    }

    string ConstantCurrent(MappingReader step)
    {
        var rate = UnicyclerValue.Rate(step, "rate_C");
        var current = UnicyclerValue.Number(step, "current_mA", emptyIsNull: true);
        if (rate is null or 0 && current is null or 0)
        {
            step.Node.Report("a constant_current without 'rate_C' and 'current_mA'", "one of them, not zero; positive charges");
        }
        var signed = rate is null or 0 ? current ?? double.NaN : rate.Value;
        return $"{(signed < 0 ? "Discharge" : "Charge")} at {Current(rate, current)}{Ends(step, "until_voltage_V", volts => $"{Numbers.Of(volts)} V")}";
    }

    string ConstantVoltage(MappingReader step)
    {
        var volts = UnicyclerValue.Required(step, "voltage_V");
        var rate = UnicyclerValue.Rate(step, "until_rate_C");
        var current = UnicyclerValue.Number(step, "until_current_mA", emptyIsNull: true);
        var seconds = UnicyclerValue.Number(step, "until_time_s", emptyIsNull: true);
        var hasCurrent = rate is not (null or 0) || current is not (null or 0);
        if (!hasCurrent && seconds is null or 0)
        {
            NoEnd(step, "'until_time_s', 'until_rate_C' or 'until_current_mA'");
        }
        return $"Hold at {Numbers.Of(volts)} V{For(seconds)}{(hasCurrent ? Until(seconds, Current(rate, current)) : "")}";
    }

    static string VoltageScan(MappingReader step)
    {
        var start = UnicyclerValue.Required(step, "start_voltage_V");
        var end = UnicyclerValue.Required(step, "end_voltage_V");
        var rate = UnicyclerValue.Positive(step, "scan_rate_mV_per_s");
        return $"{{step: linear_sweep, rate: {Numbers.Of(rate)} mV/s, start: {Numbers.Of(start)} V, end: {Numbers.Of(end)} V}}";
    }

    static string Ends(MappingReader step, string key, Func<double, string> text)
    {
        var seconds = UnicyclerValue.Number(step, "until_time_s", emptyIsNull: true);
        var volts = UnicyclerValue.Number(step, key, emptyIsNull: true);
        if (seconds is null or 0 && volts is null or 0)
        {
            NoEnd(step, $"'until_time_s' or '{key}'");
        }
        if (volts == 0 && seconds is not null and not 0)
        {
            step.Optional(key)!.Warn($"'{key}' of 0, which unicycler takes for none", "leave it out, or write a small voltage");
        }
        return For(seconds) + (volts is null or 0 ? "" : Until(seconds, text(volts.Value)));
    }

    static void NoEnd(MappingReader step, string ends) => step.Node.Report("a step without an end", $"one of {ends}, not zero (unicycler takes 0 for none)");

    static string For(double? seconds) => seconds is null or 0 ? "" : $" for {Numbers.Time(seconds.Value)}";

    static string Until(double? seconds, string limit) => $"{(seconds is null or 0 ? "" : " or")} until {limit}";

    /// <summary>A current without its sign; the rate wins, as in unicycler. In a hold the sign says from which side, which does not matter to the size.</summary>
    string Current(double? rate, double? milliamperes) => rate is null or 0 ? $"{Numbers.Of(Math.Abs(milliamperes ?? 0))} mA"
        : double.IsNaN(milliampereHours) ? Numbers.Rate(Math.Abs(rate.Value)) : $"{Numbers.Of(Math.Abs(rate.Value) * milliampereHours)} mA";
}
