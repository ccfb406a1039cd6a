using CoinRig.FrontEnd;
using CoinRig.Twin;

namespace CoinRig.FaultsFound;

/// <summary>A fault of a board, and by which name each look should tell it; null where it cannot be seen there, and nothing else may be said.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="Topology">On which front end.</param>
/// <param name="Plant">Plants it.</param>
/// <param name="Doctor">What doctor should say, with empty holders.</param>
/// <param name="Resistor">What selftest should say with the 10 kohm resistor.</param>
/// <param name="Randles">What selftest should say with the dummy that has a source.</param>
/// <param name="Channel">The channel that should be named; 0 for the board, or where every channel shows it.</param>
sealed record PlantedFault(string Name, Topology Topology, Action<BoardTwin> Plant, string? Doctor, string? Resistor, string? Randles, int Channel = 0)
{
    /// <summary>The board, where it is not the usual one of its front end.</summary>
    internal string? Board { get; init; }

    /// <summary>Every fault, on both front ends.</summary>
    internal static IReadOnlyList<PlantedFault> All { get; } = [.. Both(), .. HardwareLoop(), .. SeriesShunt()];

    static IEnumerable<PlantedFault> Both()
    {
        foreach (var topology in new[] { Topology.HardwareLoop, Topology.SeriesShunt })
        {
            PlantedFault Everywhere(string name, Action<BoardTwin> plant, string code) => new(name, topology, plant, code, code, code);
            yield return new("nothing", topology, _ => { }, null, null, null);
            yield return Everywhere("ADC dead, bus reads 00", t => t.Faults.AdcSilent = AdcSilence.Zeros, "adc-silent");
            yield return Everywhere("ADC dead, bus reads FF", t => t.Faults.AdcSilent = AdcSilence.Ones, "adc-silent");
            yield return Everywhere("DRDY stuck low", t => t.Faults.DataReadyStuck = StuckLevel.Low, "drdy-stuck");
            yield return Everywhere("DRDY stuck high", t => t.Faults.DataReadyStuck = StuckLevel.High, "drdy-stuck");
            yield return Everywhere("another chip answers", t => t.Adc.Identity = 1, "chip-id");
            yield return Everywhere("bits lost on the bus", t => t.Faults.GlitchProbability = 3e-3, "bus-glitches");
            yield return Everywhere("register flips when a relay switches", FlipRegister, "registers-changed");
            yield return Everywhere("noisy supply", t => t.Faults.NoiseFactor = 12, "noise");
            yield return Everywhere("ADC reference 5 % low", t => t.Faults.AdcReferenceFactor = 0.95, "adc-reference");
            yield return Everywhere("DAC reference 10 % low", t => t.Faults.DacReferenceFactor = 0.9, "dac-reference");
            yield return Everywhere("VREF jumper at 3.3 V", t => t.Faults.DacReferenceFactor = 0.66, "dac-reference");
            yield return new("AVDD 4.5 V", topology, t => t.Faults.AnalogSupplyVolts = 4.5, "avdd-low", null, null);
            yield return new("LEDs on the DAC's outputs", topology, t => t.Faults.AreLedsLeft = true, "dac-leds", null, topology == Topology.SeriesShunt ? "output-not-released" : null);
            yield return new("DAC8532 in place of the DAC8552", topology, t => t.Faults.IsDac8532 = true, "dac-nonlinear", null, null);
            foreach (var channel in new[] { 1, 2 })
            {
                var index = channel - 1;
                PlantedFault OnChannel(string name, Action<ChannelTwin> plant, string? doctor, string resistor, string randles) =>
                    new($"{name}, channel {channel}", topology, t => plant(t.Channels[index]), doctor, resistor, randles, channel);
                var isSeries = topology == Topology.SeriesShunt;
                yield return OnChannel("cell relay stuck open", c => c.RelayFault = RelayFault.StuckOpen, "relay-stuck", "relay-stuck", "relay-stuck");
                yield return OnChannel("cell relay welded", c => c.RelayFault = RelayFault.Welded, "relay-welded", "relay-welded", "relay-welded");
                yield return OnChannel("shunt open", c => c.IsShuntOpen = true, isSeries ? "sense-or-shunt" : "shunt-open", isSeries ? "sense-or-shunt" : "shunt-open", "shunt-open");
                yield return OnChannel("sense lead off", c => c.IsSenseLeadOff = true, isSeries ? "sense-or-shunt" : "sense-lead-off", isSeries ? "sense-or-shunt" : "sense-lead-off", "sense-lead-off");
                yield return OnChannel("smallest range's shunt 10 % high", c => c.SetShunt(0, 1.1), null, "shunt-value", "shunt-value");
                yield return OnChannel("second range's shunt 10 % low", c => c.SetShunt(1, 0.9), null, "shunt-value", "shunt-value");
                yield return OnChannel("second range's relay stuck open", c => c.SetRangeRelayFault(1, RelayFault.StuckOpen), null, "range-relay", "range-relay");
                yield return OnChannel("second range's relay welded", c => c.SetRangeRelayFault(1, RelayFault.Welded), null, "range-relay", "range-relay");
            }
        }
    }

    static IEnumerable<PlantedFault> HardwareLoop()
    {
        yield return new("nothing, on waveshare-hardware-loop", Topology.HardwareLoop, _ => { }, null, null, null) { Board = "waveshare-hardware-loop" };
        yield return new("DAC dead", Topology.HardwareLoop, t => t.Faults.IsDacDead = true, "dac-silent", "dac-silent", "dac-silent");
    }

    static IEnumerable<PlantedFault> SeriesShunt()
    {
        PlantedFault Series(string name, Action<BoardTwin> plant, string? doctor, string? resistor, string? randles, int channel = 0) =>
            new(name, Topology.SeriesShunt, plant, doctor, resistor, randles, channel);
        yield return Series("DAC dead", t => t.Faults.IsDacDead = true, "dac-silent", "dac-silent", "output-not-released");
        yield return Series("AINCOM not grounded", t => t.Faults.IsCommonOpen = true, "aincom-open", "aincom-open", "aincom-open");
        yield return Series("potentiometer on AD0", t => t.Faults.LeavePotentiometer(), "potentiometer-left", "potentiometer-left", "potentiometer-left", 1);
        yield return Series("light sensor on AD1", t => t.Faults.LeaveLightSensor(), "light-sensor-left", "light-sensor-left", "light-sensor-left", 1);
        foreach (var channel in new[] { 1, 2 })
        {
            yield return Series($"followers missing, channel {channel}", t => t.Channels[channel - 1].AreFollowersMissing = true, "followers-missing", "followers-missing", "followers-missing", channel);
        }
    }

    /// <summary>The chip sends its bits in the other order from the first time that the cell relay is driven, as a mains transient has made it do.</summary>
    static void FlipRegister(BoardTwin twin)
    {
        const int CellRelay = 5, Status = 0;
        const byte Order = 0x08;
        var isDone = false;
        twin.PinChanged = change =>
        {
            if (!isDone && change.IsHigh && change.Pin == CellRelay)
            {
                isDone = true;
                twin.Adc.Disturb(Status, Order, change.Nanoseconds);
            }
        };
    }
}
