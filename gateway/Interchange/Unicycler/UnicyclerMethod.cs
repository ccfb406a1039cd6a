using System.Text.Json.Nodes;

namespace CoinRig.Interchange;

/// <summary>Steps and loops as unicycler's <c>method</c>; what it cannot say is refused by name.</summary>
sealed class UnicyclerMethod(PortableProtocol protocol)
{
    int _tags;

    /// <summary>In unicycler the sign of the current that ends a hold says whether the hold charges: what the step before did.</summary>
    int _direction = 1;

    internal JsonArray Steps { get; } = [];

    internal void Add(IReadOnlyList<PortableItem> items, int depth)
    {
        foreach (var item in items)
        {
            if (item is not PortableLoop loop)
            {
                Add((PortableStep)item);
                continue;
            }
            if (loop.CountsCycles != (depth == 0))
            {
                protocol.LeftOut.Add("which loop counts the cycles");
            }
            var tag = $"loop-{++_tags}";
            Steps.Add((JsonNode)new JsonObject { ["step"] = "tag", ["tag"] = tag });
            Add(loop.Items, depth + 1);
            Steps.Add((JsonNode)new JsonObject { ["step"] = "loop", ["loop_to"] = tag, ["cycle_count"] = loop.Count });
        }
    }

    void Add(PortableStep step)
    {
        if (step.UntilCurrent is not null)
        {
            protocol.Refuse(step, "an end by a current with its sign", "an end by the size of the current, such as C/20");
        }
        Steps.Add((JsonNode)(step.Kind switch
        {
            PortableKind.Rest => Rest(step),
            PortableKind.Current => Current(step),
            PortableKind.Voltage => Voltage(step),
            PortableKind.Sweep => Sweep(step),
            _ => Refused(step),
        }));
    }

    JsonObject Refused(PortableStep step)
    {
        protocol.Refuse(step, $"constant {(step.Kind == PortableKind.Power ? "power" : "resistance")}, which unicycler does not know", "constant current or voltage");
        return [];
    }

    JsonObject Rest(PortableStep step)
    {
        if (step.HoldsZeroCurrent)
        {
            protocol.Refuse(step, "a rest at zero current with the relay closed", "a rest at open circuit");
        }
        if (step.UntilVolts is not null || step.ForSeconds is null)
        {
            protocol.Refuse(step, "a rest that ends by voltage", "a rest for a time");
        }
        return new() { ["step"] = "open_circuit_voltage", ["until_time_s"] = Number(step.ForSeconds) };
    }

    JsonObject Current(PortableStep step)
    {
        var isCharge = step.Current.Value > 0;
        _direction = isCharge ? 1 : -1;
        if (step.UntilVolts is { } end && end.Above != isCharge)
        {
            protocol.Refuse(step, $"a {(isCharge ? "charge" : "discharge")} that ends {(end.Above ? "above" : "below")} a voltage", "an end in the direction of the current");
        }
        if (step.UntilVolts is { Volts: 0 })
        {
            protocol.Refuse(step, "an end at 0 V, which unicycler takes for none", "another voltage");
        }
        return new()
        {
            ["step"] = "constant_current",
            [step.Current.IsRate ? "rate_C" : "current_mA"] = Of(step.Current),
            ["until_time_s"] = Number(step.ForSeconds),
            ["until_voltage_V"] = Number(step.UntilVolts?.Volts),
        };
    }

    JsonObject Voltage(PortableStep step)
    {
        var hold = new JsonObject { ["step"] = "constant_voltage", ["voltage_V"] = Numbers.Rounded(step.Value), ["until_time_s"] = Number(step.ForSeconds) };
        if (step.UntilBelow is { } below)
        {
            hold[below.IsRate ? "until_rate_C" : "until_current_mA"] = Of(below with { Value = below.Value * _direction });
        }
        return hold;
    }

    JsonObject Sweep(PortableStep step)
    {
        _direction = step.EndVolts > step.Value ? 1 : -1;
        if (step.ForSeconds is not null || step.UntilVolts is not null || step.UntilBelow is not null)
        {
            protocol.Refuse(step, "a sweep with an end of its own", "a sweep that goes to its end voltage");
        }
        return new()
        {
            ["step"] = "voltage_scan",
            ["start_voltage_V"] = Numbers.Rounded(step.Value),
            ["end_voltage_V"] = Numbers.Rounded(step.EndVolts),
            ["scan_rate_mV_per_s"] = Numbers.Rounded(step.VoltsPerSecond * 1e3),
        };
    }

    static double Of(PortableCurrent current) => Numbers.Rounded(current.Value * (current.IsRate ? 1 : 1e3));

    static JsonNode? Number(double? value) => value is { } number ? JsonValue.Create(Numbers.Rounded(number)) : null;
}
