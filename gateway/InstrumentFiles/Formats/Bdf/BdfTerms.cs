namespace CoinRig.InstrumentFiles;

/// <summary>
/// The columns of the Battery Data Format (Battery Data Alliance, ontology 1.3.0): preferred label, machine name, meaning. What is deprecated is
/// read with a warning and never written.
/// </summary>
static class BdfTerms
{
    /// <summary>All terms.</summary>
    public static IReadOnlyList<BdfTerm> All { get; } = [.. Plain(), .. Charges("Capacity", "capacity_ah", "Ah"), .. Charges("Energy", "energy_wh", "Wh"), .. Deprecated()];

    static readonly Dictionary<string, BdfTerm> ByName = All.SelectMany(static t => new[] { (t.Label, t), (t.MachineName, t) }).GroupBy(static p => p.Item1)
        .ToDictionary(static g => g.Key, static g => g.First().t);

    /// <summary>The term of a label or machine name; null where it is none.</summary>
    public static BdfTerm? Find(string name) => ByName.GetValueOrDefault(name)
        // Labels without their unit, other capitals and other blanks are seen in the wild.
        ?? All.FirstOrDefault(t => t.Label.Replace(" ", "", StringComparison.Ordinal).Equals(name.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    /// <summary>The label of a meaning; null where the format has none.</summary>
    public static BdfTerm? Of(Meaning meaning, ChargeScope scope) => All.FirstOrDefault(t => !t.IsDeprecated && t.Sense.Meaning == meaning && t.Sense.Scope == scope);

    static IEnumerable<BdfTerm> Plain()
    {
        static BdfTerm Term(string quantity, string unit, string machine, Meaning meaning) =>
            new(unit.Length == 0 ? quantity : $"{quantity} / {unit}", machine, ColumnSense.Of(meaning, unit.Length == 0 ? "1" : unit), false);
        yield return Term("Test Time", "s", "test_time_second", Meaning.Time);
        yield return Term("Voltage", "V", "voltage_volt", Meaning.Voltage);
        yield return Term("Current", "A", "current_ampere", Meaning.Current);
        yield return Term("Unix Time", "s", "unix_time_second", Meaning.WallTime);
        yield return Term("Cycle Count", "1", "cycle_count", Meaning.Cycle);
        yield return Term("Step Count", "1", "step_count", Meaning.StepCount);
        yield return Term("Ambient Temperature", "degC", "ambient_temperature_celsius", Meaning.AmbientTemperature);
        yield return Term("Step ID", "", "step_id", Meaning.StepId);
        yield return Term("Step Type", "", "step_type", Meaning.StepType);
        yield return Term("Step Time", "s", "step_time_second", Meaning.StepTime);
        yield return Term("Step Record Index", "1", "step_record_index", Meaning.StepRecordIndex);
        yield return Term("Record Index", "1", "record_index", Meaning.RecordIndex);
        yield return Term("Power", "W", "power_watt", Meaning.Power);
        yield return Term("Surface Temperature", "degC", "surface_temperature_celsius", Meaning.Temperature);
        for (var i = 1; i <= 5; i++)
        {
            yield return Term($"Temperature T{i}", "degC", $"temperature_t{i}_celsius", Meaning.Temperature);
        }
        yield return Term("Internal Resistance", "ohm", "internal_resistance_ohm", Meaning.Resistance);
        yield return Term("DC Internal Resistance", "ohm", "dc_internal_resistance_ohm", Meaning.Resistance);
        yield return Term("AC Internal Resistance", "ohm", "ac_internal_resistance_ohm", Meaning.Resistance);
        yield return Term("Frequency", "Hz", "frequency_hertz", Meaning.Frequency);
        yield return Term("Real Impedance", "ohm", "real_impedance_ohm", Meaning.RealImpedance);
        yield return Term("Imaginary Impedance", "ohm", "imaginary_impedance_ohm", Meaning.ImaginaryImpedance);
        yield return Term("Absolute Impedance", "ohm", "absolute_impedance_ohm", Meaning.ImpedanceModulus);
        yield return Term("Phase", "deg", "phase_degree", Meaning.Phase);
        foreach (var where in new[] { "Ambient", "Applied", "Surface" })
        {
            yield return Term($"{where} Pressure", "Pa", $"{where.ToLowerInvariant()}_pressure_pa", Meaning.Pressure);
        }
    }

    static IEnumerable<BdfTerm> Charges(string quantity, string machine, string unit)
    {
        var isCharge = unit == "Ah";
        (string Word, Meaning Meaning)[] kinds =
        [
            ("Charging", isCharge ? Meaning.ChargingCharge : Meaning.ChargingEnergy), ("Discharging", isCharge ? Meaning.DischargingCharge : Meaning.DischargingEnergy),
            ("Net", isCharge ? Meaning.NetCharge : Meaning.NetEnergy), ("Cumulative", isCharge ? Meaning.AbsoluteCharge : Meaning.AbsoluteEnergy),
        ];
        foreach (var scope in new[] { ChargeScope.Test, ChargeScope.Step, ChargeScope.Cycle, ChargeScope.Schedule })
        {
            foreach (var (word, meaning) in kinds.Take(scope == ChargeScope.Schedule ? 2 : 4))
            {
                var prefix = scope == ChargeScope.Test ? "" : $"{scope} ";
                yield return new($"{prefix}{word} {quantity} / {unit}", $"{prefix.ToLowerInvariant().Replace(' ', '_')}{word.ToLowerInvariant()}_{machine}", ColumnSense.Of(meaning, unit, scope), false);
            }
        }
    }

    static IEnumerable<BdfTerm> Deprecated() =>
    [
        new("Step Index / 1", "step_index", ColumnSense.Of(Meaning.StepId, "1"), true),
        new("Step Index", "step_index", ColumnSense.Of(Meaning.StepId, "1"), true),
        new("Test Time / ms", "test_time_millisecond", ColumnSense.Of(Meaning.Time, "ms"), true),
        new("Unix Time / ms", "unix_time_millisecond", ColumnSense.Of(Meaning.WallTime, "ms"), true),
        new("Test Time / h", "test_time_hour", ColumnSense.Of(Meaning.Time, "h"), true),
        new("Current / mA", "current_milliampere", ColumnSense.Of(Meaning.Current, "mA"), true),
        new("Step Capacity / Ah", "step_capacity_ah", ColumnSense.Of(Meaning.AbsoluteCharge, "Ah", ChargeScope.Step), true),
        new("Step Energy / Wh", "step_energy_wh", ColumnSense.Of(Meaning.AbsoluteEnergy, "Wh", ChargeScope.Step), true),
        new("Charge Capacity / Ah", "charging_capacity_ampere_hour", ColumnSense.Of(Meaning.ChargingCharge, "Ah", ChargeScope.Test), true),
        new("Discharge Capacity / Ah", "discharging_capacity_ampere_hour", ColumnSense.Of(Meaning.DischargingCharge, "Ah", ChargeScope.Test), true),
        new("Step Type / 1", "step_type_1", ColumnSense.Of(Meaning.StepType, "1"), true),
        new("Test Time", "test_time", ColumnSense.Of(Meaning.Time, "s"), true),
        new("Voltage", "voltage", ColumnSense.Of(Meaning.Voltage, "V"), true),
        new("Current", "current", ColumnSense.Of(Meaning.Current, "A"), true),
        new("Cycle Count", "cycle_count", ColumnSense.Of(Meaning.Cycle, "1"), true),
        new("Step Count", "step_count", ColumnSense.Of(Meaning.StepCount, "1"), true),
    ];
}
