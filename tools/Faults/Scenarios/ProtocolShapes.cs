using System.Globalization;
using CoinRig.FrontEnd;

namespace CoinRig.Faults;

/// <summary>Short protocols of every kind of control, made for the voltage at which a cell stands.</summary>
static class ProtocolShapes
{
    const int MostSteps = 3;

    const string FollowingRange = ", range: auto";

    static readonly Func<Random, double, string>[] Shapes =
    [
        (r, _) => $"  - {(r.Next(2) == 0 ? "Charge" : "Discharge")} at {Rate(r)}C for {Seconds(r, 5, 30)} s\n",
        (r, v) => $"  - {{step: cccv, current: {Rate(r)}C, voltage: {Volts(v + 0.03 + 0.05 * r.NextDouble())}, until: 0.02C, for: {Seconds(r, 15, 40)} s}}\n",
        (r, v) => $"  - {{step: constant_voltage, voltage: {Volts(v + 0.05 * (r.NextDouble() - 0.5))}, for: {Seconds(r, 10, 30)} s, largest_current: 1 mA{Auto(r)}}}\n",
        (r, _) => $"  - {{step: gitt, current: {(r.Next(2) == 0 ? "" : "-")}{Rate(r)}C, pulse: {Seconds(r, 3, 10)} s, rest: {Seconds(r, 3, 10)} s, pulses: 2}}\n",
        (r, v) => $"  - {{step: linear_sweep, rate: {0.4 + 0.6 * r.NextDouble():0.0} mV/s, start: open_circuit, end: {Volts(v + 0.02 + 0.02 * r.NextDouble())}, largest_current: 1 mA{OpenCircuit(Auto(r))}}}\n",
        (r, _) => $"  - Rest for {Seconds(r, 5, 20)} s\n",
        (r, _) => $"  - repeat: {2 + r.Next(5)}\n    steps:\n      - Charge at {Rate(r)}C for {Seconds(r, 1, 3)} s\n      - Rest for {Seconds(r, 1, 3)} s\n      - Discharge at {Rate(r)}C for {Seconds(r, 1, 3)} s\n",
        (r, _) => $"  - {{step: constant_power, power: {(r.Next(2) == 0 ? "" : "discharge ")}{0.2 + r.NextDouble():0.00} mW, for: {Seconds(r, 5, 15)} s, largest_current: 0.9 mA}}\n",
    ];

    /// <summary>Draws a protocol that rests at its end, so that its last sample holds all of its charge.</summary>
    internal static string Draw(Random random, Setting setting, bool recordsEveryScan, int durabilitySeconds)
    {
        var steps = string.Concat(Enumerable.Range(0, 1 + random.Next(MostSteps)).Select(_ => Shapes[random.Next(Shapes.Length)](random, setting.OpenCircuitVolts)));
        // In series with a shunt, ranges that follow the current of a held voltage ring by themselves on some cells; that is no fault of this campaign.
        steps = setting.Profile.Topology == Topology.SeriesShunt ? steps.Replace(FollowingRange, "", StringComparison.Ordinal) : steps;
        var limits = random.Next(3) switch
        {
            0 => "",
            1 => "limits: {voltage: 2.6 V .. 4.25 V, current: 2.8 mA}\n",
            _ => "limits: {temperature: 45 degC}\n",
        };
        var loss = random.Next(5) switch { 0 => "after_power_loss: repeat\n", 1 => "after_power_loss: rest\n", _ => "" };
        var record = recordsEveryScan ? "record: {dt: 0.1 s}\n" : "record: {dt: 1 s, dV: 2 mV}\n";
        return $"name: faults\ndurability: {durabilitySeconds} s\n{limits}{loss}{record}steps:\n{steps}  - Rest for 2 s\n";
    }

    static string Rate(Random random) => (0.2 + 0.8 * random.NextDouble()).ToString("0.00", CultureInfo.InvariantCulture);

    static int Seconds(Random random, int least, int most) => random.Next(least, most + 1);

    static string Volts(double volts) => volts.ToString("0.000", CultureInfo.InvariantCulture) + " V";

    /// <summary>
    /// From open circuit a range that follows the current begins with the smallest, where what is left of the calibration may drive more through a good cell
    /// than it carries: once in some thousand seeds, and no fault of this campaign.
    /// </summary>
    static string OpenCircuit(string range) => range.Replace(FollowingRange, "", StringComparison.Ordinal);

    static string Auto(Random random) => random.Next(3) == 0 ? FollowingRange : "";
}
