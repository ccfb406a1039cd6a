using System.Globalization;

namespace CoinRig.InstrumentFiles;

/// <summary>Writes text in the manner of EC-Lab (.mpt), for programs that read nothing else. Windows-1252, CR LF, decimal point.</summary>
public static class MptWriter
{
    const double SecondsPerHour = 3600;

    static readonly string[] Names =
    [
        "mode", "ox/red", "error", "control changes", "Ns changes", "counter inc.", "Ns", "time/s", "Ewe/V", "I/mA", "(Q-Qo)/mA.h", "Q charge/mA.h", "Q discharge/mA.h", "cycle number",
    ];

    /// <summary>Writes rows. Charges are integrated by trapezoids where the rows have none that counts from the start.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="output">Where to.</param>
    /// <param name="options">What is chosen; null for the defaults.</param>
    /// <exception cref="InstrumentFileException">Time, voltage or current is missing, or there are several parts.</exception>
    public static void Write(MeasuredRows rows, Stream output, WriteOptions? options = null)
    {
        options ??= new();
        RowCheck.Columns(rows);
        using StreamWriter writer = new(output, Texts.Windows, 1 << 16, true);
        WriteHeader(writer, rows.Facts);
        CsvLine line = new(writer, '\t', "\r\n");
        StepCounter steps = new();
        Integrals charge = new();
        var before = 0L;
        foreach (var batch in rows.Batches)
        {
            var net = batch.Columns.FirstOrDefault(static c => c.Meaning == Meaning.NetCharge)?.Scope == ChargeScope.Test ? batch[Meaning.NetCharge] : default;
            for (var row = 0; row < batch.Count; row++)
            {
                if (!RowCheck.IsWritten(batch, row, rows, options))
                {
                    continue;
                }
                var amperes = options.ZeroCurrentAtRest && Rests.IsRest(batch, row, options) ? 0 : batch.Amperes[row];
                charge.Add(batch.Seconds[row], amperes);
                var step = steps.At(batch, row);
                line.Integer(amperes == 0 ? 3 : 1);
                line.Integer(amperes > 0 ? 1 : 0);
                line.Integer(0);
                line.Integer(0);
                line.Integer(step != before ? 1 : 0);
                line.Integer(0);
                line.Integer(step - 1);
                line.Exponent(batch.Seconds[row], 0);
                line.Exponent(batch.Volts[row], 0);
                line.Exponent(amperes, 3);
                line.Exponent((net.IsEmpty ? charge.In - charge.Out : net[row]) / SecondsPerHour, 3);
                line.Exponent(charge.In / SecondsPerHour, 3);
                line.Exponent(charge.Out / SecondsPerHour, 3);
                line.Integer(batch[Meaning.Cycle] is { IsEmpty: false } cycles && double.IsFinite(cycles[row]) ? (long)cycles[row] : 0);
                line.End();
                before = step;
            }
        }
    }

    static void WriteHeader(StreamWriter writer, FileFacts facts)
    {
        List<string> lines =
        [
            "Run on channel : 1 (SN 0)",
            $"Acquisition started on : {(facts.Started ?? DateTime.UnixEpoch).ToString("MM/dd/yyyy HH:mm:ss.fff", CultureInfo.InvariantCulture)}",
            string.Create(CultureInfo.InvariantCulture, $"Electrode surface area : {facts.AreaSquareMetres * 1e4 ?? 0.001:0.000###} cm\u00B2"),
            string.Create(CultureInfo.InvariantCulture, $"Characteristic mass : {facts.MassKilograms * 1e3 ?? 0.001:0.000######} g"),
            "Cycle Definition : Charge/Discharge alternance",
            "",
        ];
        writer.Write($"EC-Lab ASCII FILE\r\nNb header lines : {5 + lines.Count + 1,-28}\r\n\r\nGalvanostatic Cycling with Potential Limitation\r\n\r\n");
        writer.Write(string.Concat(lines.Select(static l => l + "\r\n")));
        writer.Write(string.Concat(Names.Select(static n => n + "\t")) + "\r\n");
    }
}
