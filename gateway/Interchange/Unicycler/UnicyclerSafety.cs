using System.Text.Json.Nodes;
using CoinRig.Documents;
using CoinRig.Protocols;

namespace CoinRig.Interchange;

/// <summary>The protocol's limits as unicycler's <c>safety</c>, which has one delay and always stops.</summary>
static class UnicyclerSafety
{
    internal static JsonObject? Of(PortableProtocol protocol)
    {
        var said = protocol.Limits.Where(l => l.Quantity is Measured.Voltage or Measured.Current or Measured.AbsoluteCurrent or Measured.StepCharge).ToArray();
        foreach (var limit in protocol.Limits.Except(said))
        {
            protocol.LeftOut.Add($"the limit '{limit.Text}'");
        }
        foreach (var limit in said.Where(l => l.Action != LimitAction.Stop || l.DelaySeconds != said[0].DelaySeconds))
        {
            protocol.Refusals.Add(new Mistake(protocol.File, limit.Line, 1, $"the limit '{limit.Text}' {(limit.Action != LimitAction.Stop ? "ends the step" : "has another delay than the first")}",
                "limits that stop, with one delay for all"));
        }
        if (said.Length == 0)
        {
            return null;
        }
        var currents = said.Where(l => l.Quantity is Measured.Current or Measured.AbsoluteCurrent).ToArray();
        var safety = new JsonObject();
        Add(safety, "max_voltage_V", said.Where(l => l is { Quantity: Measured.Voltage, Above: true }).Select(l => l.Threshold), 1, lowest: true);
        Add(safety, "min_voltage_V", said.Where(l => l is { Quantity: Measured.Voltage, Above: false }).Select(l => l.Threshold), 1, lowest: false);
        Add(safety, "max_current_mA", currents.Where(l => l.Above).Select(l => l.Threshold), 1e3, lowest: true);
        Add(safety, "min_current_mA", currents.Where(l => !l.Above || l.Quantity == Measured.AbsoluteCurrent).Select(l => l.Quantity == Measured.AbsoluteCurrent ? -l.Threshold : l.Threshold), 1e3, lowest: false);
        Add(safety, "max_capacity_mAh", said.Where(l => l is { Quantity: Measured.StepCharge, Above: true }).Select(l => l.Threshold), 1 / 3.6, lowest: true);
        safety["delay_s"] = Numbers.Rounded(said[0].DelaySeconds);
        return safety;
    }

    /// <summary>The tightest of several limits holds.</summary>
    static void Add(JsonObject safety, string key, IEnumerable<double> thresholds, double factor, bool lowest)
    {
        double? tightest = null;
        foreach (var threshold in thresholds)
        {
            tightest = tightest is not { } so ? threshold : lowest ? Math.Min(so, threshold) : Math.Max(so, threshold);
        }
        if (tightest is { } value)
        {
            safety[key] = Numbers.Rounded(value * factor);
        }
    }
}
