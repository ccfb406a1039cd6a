using System.Globalization;

namespace CoinRig.InstrumentFiles;

/// <summary>Arbin's CSV: MITS Pro, the older names of its database, and the pair of CSV and metadata of battery archives.</summary>
sealed class ArbinFormat : IFormat
{
    static readonly string[] Known = ["dV/dt", "dV/dt(V/s)", "dV/dt (V/s)", "ACR(Ohm)", "ACR (Ohm)", "dQ/dV (Ah/V)", "dV/dQ (V/Ah)", "mAh/g", "Is_FC_Data", "AC_Impedance", "ACI_Phase_Angle", "Test_ID"];

    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        var names = head.Line(1).Split(',', StringSplitOptions.TrimEntries);
        if (names.Contains("schedule_file_name", StringComparer.OrdinalIgnoreCase) && names.Contains("item_id", StringComparer.OrdinalIgnoreCase))
        {
            throw new InstrumentFileException(head.File, 1, "This is the file of metadata that lies beside an Arbin CSV.", "Open the other one, which has the same name without _Metadata.");
        }
        if (!names.Any(static n => n is "Data_Point" or "Data Point") || !names.Any(static n => n is "Test_Time" or "Test_Time(s)" or "Test Time (s)"))
        {
            return null;
        }
        TableForm form = new()
        {
            Delimiter = (byte)',', Names = names, NamesLine = 1, FirstLine = 2, Sense = Sense,
            IsKnown = static name => Known.Contains(name) || name.StartsWith("TC_Counter", StringComparison.Ordinal) || name.StartsWith("Aux_", StringComparison.Ordinal),
        };
        return new("Arbin CSV", new TextTable(head.File, TablePlanner.Plan(head, options, warnings, form)), Metadata(head.File));
    }

    static ColumnSense? Sense(string name) => name switch
    {
        "Charge_Capacity" or "Charge_Capacity(Ah)" or "Charge Capacity (Ah)" => ColumnSense.Of(Meaning.ChargingCharge, "Ah", ChargeScope.Schedule),
        "Discharge_Capacity" or "Discharge_Capacity(Ah)" or "Discharge Capacity (Ah)" => ColumnSense.Of(Meaning.DischargingCharge, "Ah", ChargeScope.Schedule),
        "Charge_Energy" or "Charge_Energy(Wh)" or "Charge Energy (Wh)" => ColumnSense.Of(Meaning.ChargingEnergy, "Wh", ChargeScope.Schedule),
        "Discharge_Energy" or "Discharge_Energy(Wh)" or "Discharge Energy (Wh)" => ColumnSense.Of(Meaning.DischargingEnergy, "Wh", ChargeScope.Schedule),
        _ when Known.Contains(name) => null,
        _ => Vocabulary.Find(name),
    };

    /// <summary>The pair's other file: one row, whose first column has no name and whose names differ in their capitals.</summary>
    static FileFacts Metadata(string file)
    {
        var path = Path.Combine(Path.GetDirectoryName(file) ?? "", Path.GetFileNameWithoutExtension(file) + "_Metadata.csv");
        if (!File.Exists(path))
        {
            return new();
        }
        Head head = new(path);
        var names = PlainHeading.Split(head, 1, ',');
        var values = PlainHeading.Split(head, 2, ',');
        string? Value(string name) => names.FindIndex(n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at && at < values.Count && values[at].Length > 0 ? values[at] : null;
        return new()
        {
            Technique = Value("schedule_file_name"), Comment = Value("item_id"), Channel = Value("iv_ch_id"), Device = Value("device_id"),
            Started = double.TryParse(Value("first_start_datetime"), NumberStyles.Float, CultureInfo.InvariantCulture, out var unix) && unix is > 0 and < 1e10 ? DateTime.UnixEpoch.AddSeconds(unix) : null,
        };
    }
}
