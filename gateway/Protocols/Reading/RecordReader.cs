using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Reads <c>record: {dt: 10 s, dV: 2 mV, dI: 10 uA}</c>. What is not given is taken from the rule around it.</summary>
static class RecordReader
{
    /// <summary>The rule of a file that states none.</summary>
    internal static readonly RecordRule Default = new(10, double.PositiveInfinity, double.PositiveInfinity);

    const double ShortestSeconds = 1e-3;
    const double LongestSeconds = 86400;

    internal static RecordRule Read(MappingReader map, RecordRule around)
    {
        if (map.Optional("record")?.AsMapping("'record'") is not { } record)
        {
            return around;
        }
        record.Declare(StepKeys.Record.Inner.Select(k => k.Name));
        var interval = record.Quantity("dt", Dimension.Time, around.IntervalSeconds);
        // What the file around has wrong is reported there.
        if (interval is < ShortestSeconds or > LongestSeconds && record.Optional("dt") is { } node)
        {
            node.Report(node.Description, "a time of 1 ms to 1 d between two samples");
        }
        var rule = new RecordRule(interval, Change(record, "dV", Dimension.Voltage, around.VoltageChange),
            Change(record, "dI", Dimension.Current, around.CurrentChange));
        record.Finish();
        return rule;
    }

    static double Change(MappingReader record, string key, Dimension dimension, double around)
    {
        var change = record.Quantity(key, dimension, around);
        if (change <= 0 && record.Optional(key) is { } node)
        {
            node.Report(node.Description, $"a {dimension.Name} above zero");
        }
        return change;
    }
}
