using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CoinRig.InstrumentFiles.Tests;

/// <summary>What other programs need to find in the text that we write (names and rules as their sources have them).</summary>
[TestClass]
public sealed partial class ExpectationTests
{
    static string Csv(WriteOptions? options = null) => Encoding.UTF8.GetString(WrittenFiles.Bytes(s => BdfCsvWriter.Write(WrittenFiles.Rows(), s, options)));

    /// <summary>pandas with comment="#": one heading, as many fields in each row, and no '#' but in the heading's place.</summary>
    [TestMethod]
    public void PandasAndPyBamm_Table_IsRegular()
    {
        var rows = Csv().TrimEnd('\n').Split('\n');
        Assert.IsFalse(rows.Any(static r => r.Contains('#', StringComparison.Ordinal)));
        Assert.IsTrue(rows.All(static r => Quoted.Replace(r, "").Count(static c => c == ',') == 5));
        Assert.IsTrue(rows.Skip(1).All(static r => double.TryParse(r.Split(',')[0], CultureInfo.InvariantCulture, out _)));
    }

    /// <summary>ampworks finds time, voltage and current by an alias and a unit after a slash; a rest is exactly 0 A; no column is called State, Mode or Md.</summary>
    [TestMethod]
    public void Ampworks_Aliases_AreFound()
    {
        var names = Csv(new() { ZeroCurrentAtRest = true }).Split('\n')[0].Split(',');
        foreach (var (aliases, unit) in new[] { (new[] { "t", "time", "testtime", "totaltime" }, "s"), (["v", "voltage", "volts", "ecell"], "V"), (["i", "current", "amps"], "A") })
        {
            Assert.AreEqual(1, names.Count(n => n.Split('/') is [var word, var u] && u.Trim() == unit && aliases.Contains(word.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant().Trim())));
        }
        Assert.IsFalse(names.Any(static n => n is "State" or "Mode" or "Md"));
        Assert.AreEqual("0", Csv(new() { ZeroCurrentAtRest = true }).Split('\n')[1].Split(',')[2]);
    }

    /// <summary>ionworksdata takes machine names.</summary>
    [TestMethod]
    public void Ionworks_MachineNames_AreThere()
    {
        var names = Csv(new() { Labels = BdfLabels.Machine, Complete = true }).Split('\n')[0].Split(',');
        CollectionAssert.IsSubsetOf(new[] { "test_time_second", "voltage_volt", "current_ampere", "cycle_count", "step_count" }, names);
    }

    /// <summary>Each column that the shipped file names for cellpy is in a complete export, and its charges never fall.</summary>
    [TestMethod]
    public void Cellpy_ShippedFile_MatchesACompleteExport()
    {
        var yaml = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Writing", "cellpy-bdf.yaml"));
        var names = Csv(new() { Complete = true }).Split('\n')[0].Split(',');
        var named = Renamed.Matches(yaml).ToDictionary(static m => m.Groups[1].Value, static m => m.Groups[2].Value.Trim());
        CollectionAssert.AreEquivalent(new[] { "data_point", "datetime", "test_time", "step_time", "cycle_index", "step_index", "current", "voltage", "charge_capacity", "discharge_capacity" }, named.Keys.ToArray());
        CollectionAssert.IsSubsetOf(named.Values.ToArray(), names);
    }

    /// <summary>PyProBE reads EC-Lab text with these names, and a start of acquisition with a fraction.</summary>
    [TestMethod]
    public void PyProbe_Mpt_HasItsColumnsAndItsStart()
    {
        var text = Encoding.Latin1.GetString(WrittenFiles.Bytes(static s => MptWriter.Write(WrittenFiles.Rows(), s)));
        Assert.MatchesRegex(StartWithFraction, text);
        var lines = text.Split("\r\n");
        var names = lines.Single(static l => l.StartsWith("mode\t", StringComparison.Ordinal)).Split('\t');
        foreach (var name in new[] { "time/", "Ns", "I/", "Ewe/", "Q charge/", "Q discharge/" })
        {
            Assert.IsTrue(names.Any(n => n.StartsWith(name, StringComparison.Ordinal)), name);
        }
    }

    /// <summary>impedance.py and DRTtools: three numbers a line, no heading, decimal point, frequency falling.</summary>
    [TestMethod]
    public void ImpedancePy_EisCsv_IsThreeNumbersALine()
    {
        using StringWriter text = new();
        EisCsvWriter.Write(new([1, 0, 1000], [new(10, -5), new(1, 1), new(1, 0.25)]), text);
        Assert.AreEqual("1000,1,0.25\n1,10,-5\n", text.ToString());
    }

    [GeneratedRegex("\"[^\"]*\"")]
    static partial Regex Quoted { get; }

    [GeneratedRegex(@"^  (\w+)_txt: (.+)$", RegexOptions.Multiline)]
    static partial Regex Renamed { get; }

    [GeneratedRegex(@"Acquisition started on : \d{2}/\d{2}/\d{4} \d{2}:\d{2}:\d{2}\.\d{3}")]
    static partial Regex StartWithFraction { get; }
}
