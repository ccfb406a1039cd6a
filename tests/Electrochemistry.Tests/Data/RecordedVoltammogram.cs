using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.Tests.Data;

/// <summary>Columns of a recorded voltammogram.</summary>
sealed record RecordedVoltammogram(double[] Seconds, double[] Volts, double[] Amperes, double[] Cycles)
{
    /// <summary>All rows.</summary>
    internal Trace Trace => new(Seconds, Volts, Amperes);

    /// <summary>The platinum recording of EC-Lab: decimal commas, tabs, 73 heading lines.</summary>
    internal static RecordedVoltammogram Platinum(string file)
    {
        var rows = SharedData.Lines("cv-platinum-eclab", file).Skip(73).Select(l => l.Replace(',', '.').Split('\t')).ToList();
        return new(Column(rows, 6, 1), Column(rows, 8, 1), Column(rows, 9, 1e-3), Column(rows, 10, 1));
    }

    /// <summary>The copper recording, which has no time.</summary>
    internal static RecordedVoltammogram Copper()
    {
        var rows = SharedData.Lines("cv-copper-literature", "engstfeld_2018_f4b_1.csv").Skip(2).Select(l => l.Split(',')).ToList();
        return new([.. rows.Select(_ => double.NaN)], Column(rows, 0, 1), Column(rows, 1, 1e-3), [.. rows.Select(_ => 1.0)]);
    }

    /// <summary>A scan rate of the exact reversible waves.</summary>
    internal static IEnumerable<(double Rate, RecordedVoltammogram Wave)> Reversible(string file) => SharedData.Rows("synthetic-cv-reversible", file).GroupBy(r => r[0])
        .Select(g => (g.Key, new RecordedVoltammogram([.. g.Select(r => r[1])], [.. g.Select(r => r[2])], [.. g.Select(r => r[3])], [.. g.Select(_ => 1.0)])));

    /// <summary>The rows of one cycle of the instrument's own count.</summary>
    internal RecordedVoltammogram Cycle(double cycle)
    {
        var rows = Enumerable.Range(0, Seconds.Length).Where(i => Cycles[i] == cycle).ToArray();
        return new([.. rows.Select(i => Seconds[i])], [.. rows.Select(i => Volts[i])], [.. rows.Select(i => Amperes[i])], [.. rows.Select(_ => cycle)]);
    }

    static double[] Column(List<string[]> rows, int column, double factor) => [.. rows.Select(r => factor * double.Parse(r[column]))];
}
