using System.Globalization;
using CsCheck;

namespace CoinRig.Interchange.Tests;

/// <summary>Protocols that both other programs can say, drawn: rests, currents, holds, nested loops.</summary>
static class MadeUpProtocol
{
    static readonly Gen<string> Seconds = Gen.Int[1, 40_000].Select(s => $"{s} s");

    static readonly Gen<string> Rate = Gen.OneOf(Gen.Int[1, 50].Select(h => $"C/{h}"), Gen.Int[1, 300].Select(r => Text(r / 100.0) + " C"), Gen.Int[1, 4000].Select(u => Text(u) + " uA"));

    static readonly Gen<string> Volts = Gen.Int[2600, 4300].Select(m => Text(m / 1000.0) + " V");

    static readonly Gen<string> Step = Gen.OneOf(
        Seconds.Select(s => $"{{step: rest, for: {s}}}"),
        Gen.Select(Gen.Bool, Rate, Volts, Seconds, Gen.Int[0, 2]).Select((isCharge, rate, volts, seconds, ends) =>
            $"{{step: constant_current, current: {(isCharge ? "" : "discharge ")}{rate}{(ends != 0 ? $", until: {volts}" : "")}{(ends != 1 ? $", for: {seconds}" : "")}}}"),
        Gen.Select(Volts, Rate, Seconds, Gen.Int[0, 2]).Select((volts, rate, seconds, ends) =>
            $"{{step: constant_voltage, voltage: {volts}, until: [{string.Join(", ", new[] { ends != 0 ? $"absolute_current < {rate}" : "", ends != 1 ? $"time > {seconds}" : "" }.Where(e => e != ""))}]}}"));

    static Gen<string> Items(int depth, string indent) =>
        Gen.OneOf(Step.Select(s => $"{indent}- {s}\n"), depth == 0 ? Step.Select(s => $"{indent}- {s}\n")
            : Gen.Select(Gen.Int[1, 4], Gen.Bool, Items(depth - 1, indent + "    ")).Select((n, first, body) => $"{indent}- repeat: {n}\n{indent}  steps:\n{body}"))
        .Array[1, 3].Select(string.Concat);

    /// <summary>The text of a protocol file.</summary>
    internal static Gen<string> Texts { get; } = Items(2, "  ").Select(items => $"name: drawn\nlimits: {{voltage: 2.5 V .. 4.35 V, current: 5 mA}}\nrecord: {{dt: 20 s, dV: 5 mV}}\nsteps:\n{items}");

    static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
