using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Reads <c>after_power_loss</c> and <c>resume_if_voltage_within</c>, of a protocol or of one of its steps.</summary>
static class PowerLossReader
{
    const double MostVolts = 1;

    /// <summary>The rule of a mapping; what it does not say is as <paramref name="around"/> has it.</summary>
    internal static PowerLossRule Read(MappingReader map, PowerLossRule around)
    {
        var action = map.Choice("after_power_loss", Word(around.Action), "continue", "repeat", "rest", "wait") switch
        {
            "repeat" => PowerLossAction.Repeat,
            "rest" => PowerLossAction.Rest,
            "wait" => PowerLossAction.Wait,
            _ => PowerLossAction.Continue,
        };
        var volts = map.Quantity("resume_if_voltage_within", Dimension.Voltage, around.VoltsWithin);
        if (volts is <= 0 or > MostVolts && map.Optional("resume_if_voltage_within") is { } node)
        {
            node.Report(node.Description, "a voltage above 0 V, at most 1 V: by how much the cell may have moved while the power was off");
        }
        return new(action, volts);
    }

    static string Word(PowerLossAction action) => action.ToString().ToLowerInvariant();
}
