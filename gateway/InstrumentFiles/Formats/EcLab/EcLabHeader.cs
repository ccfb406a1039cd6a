using System.Globalization;
using System.Text;

namespace CoinRig.InstrumentFiles;

/// <summary>The settings of an EC-Lab file, <c>key : value</c>.</summary>
static class EcLabHeader
{
    const double SecondsPerHour = 3600;

    /// <summary>What EC-Lab writes for mass and area where nobody has given one.</summary>
    const double Untold = 0.001;

    /// <summary>Reads the facts.</summary>
    public static FileFacts Read(Head head, int namesLine)
    {
        Dictionary<string, string> values = [];
        for (var i = 4; i < namesLine; i++)
        {
            var line = head.Line(i);
            var colon = line.IndexOf(" : ", StringComparison.Ordinal);
            if (colon > 0 && !line.StartsWith('\t'))
            {
                values.TryAdd(line[..colon].Trim(), line[(colon + 3)..].Trim());
            }
        }
        return new()
        {
            Technique = namesLine > 4 && head.Line(4).Trim() is { Length: > 0 } technique ? technique : null,
            Started = Dates.TryRead(Encoding.ASCII.GetBytes(values.GetValueOrDefault("Acquisition started on", "")), DateOrder.MonthFirst, out var ticks) ? new DateTime(ticks) : null,
            Device = Text(values, "Device"),
            Channel = Text(values, "Run on channel"),
            Comment = Text(values, "Comments"),
            AreaSquareMetres = Quantity(values, "Electrode surface area", ("cm", 1e-4), ("mm", 1e-6), ("m", 1)),
            MassKilograms = Quantity(values, "Characteristic mass", ("mg", 1e-6), ("\u00B5g", 1e-9), ("kg", 1), ("g", 1e-3)),
            CapacityCoulombs = Quantity(values, "Battery capacity", ("mA.h", SecondsPerHour / 1000), ("A.h", SecondsPerHour)),
            ScanRateVoltsPerSecond = ScanRate(head, namesLine),
        };
    }

    static string? Text(Dictionary<string, string> values, string key) => values.GetValueOrDefault(key) is { Length: > 0 } text ? text : null;

    static double? Quantity(Dictionary<string, string> values, string key, params ReadOnlySpan<(string Unit, double Factor)> units)
    {
        var words = values.GetValueOrDefault(key, "").Split(' ', 2);
        if (words.Length < 2 || !TryNumber(words[0], out var value) || value is 0 or Untold)
        {
            return null;
        }
        foreach (var (unit, factor) in units)
        {
            if (words[1].StartsWith(unit, StringComparison.Ordinal))
            {
                return value * factor;
            }
        }
        return null;
    }

    /// <summary>The table of parameters has columns of twenty characters; those of the first sequence.</summary>
    static double? ScanRate(Head head, int namesLine)
    {
        for (var i = 5; i < namesLine - 1; i++)
        {
            var line = head.Line(i);
            if (line.StartsWith("dE/dt  ", StringComparison.Ordinal) && TryNumber(Cell(line), out var rate) && head.Line(i + 1).StartsWith("dE/dt unit", StringComparison.Ordinal))
            {
                return Cell(head.Line(i + 1)) switch { "mV/s" => rate / 1000, "V/s" => rate, "mV/min" => rate / 60_000, _ => null };
            }
        }
        return null;
    }

    static string Cell(string line) => line.Length > 20 ? line.Substring(20, Math.Min(20, line.Length - 20)).Trim() : "";

    static bool TryNumber(string text, out double value) => double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
