using System.Globalization;
using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>Results as comma-separated values: one row a result, one heading, decimal points.</summary>
static class ResultCsv
{
    /// <summary>Writes the results of files.</summary>
    public static void Write(IEnumerable<AnalyzedFile> files, TextWriter to)
    {
        to.WriteLine("file,name,value,unit,standard_uncertainty,valid,flags,details,budget");
        foreach (var file in files)
        {
            foreach (var result in file.Results)
            {
                to.WriteLine(string.Join(',', Quoted(file.Path), result.Name, Text(result.Value.Value), result.Unit, Text(result.Value.Uncertainty),
                    result.IsValid ? "1" : "0", Quoted(string.Join(' ', result.Flags.Names())),
                    Quoted(string.Join("; ", result.Details.Select(d => $"{d.Key}={Text(d.Value)}"))),
                    Quoted(string.Join("; ", result.Budget.Select(b => $"{b.Input}={Text(b.Uncertainty)}")))));
            }
        }
    }

    static string Text(object value) => value is double number ? double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : ""
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
