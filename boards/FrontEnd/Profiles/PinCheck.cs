using CoinRig.Documents;

namespace CoinRig.FrontEnd;

/// <summary>Finds a GPIO line that a profile gives to two things: on a real board that closes the wrong relay.</summary>
static class PinCheck
{
    internal static void Report(Document document, BoardProfile profile)
    {
        var pins = new List<(int Pin, string Use)>
        {
            (profile.Pins.DataReady, "drdy"), (profile.Pins.Reset, "reset"), (profile.Pins.SyncPowerDown, "sync"),
            (profile.Pins.AdcChipSelect, "adc_cs"), (profile.Pins.DacChipSelect, "dac_cs"),
        };
        foreach (var channel in profile.Channels)
        {
            pins.Add((channel.Pins.CellRelay, $"relay of channel {channel.Number}"));
            pins.Add((channel.Pins.OutputEnable ?? -1, $"output of channel {channel.Number}"));
            pins.Add((channel.Pins.Potentiostat ?? -1, $"potentiostat of channel {channel.Number}"));
            pins.AddRange(channel.Ranges.Where(r => r.SelectPin is not null).Select(r => (r.SelectPin!.Value, $"range {r.Name} of channel {channel.Number}")));
        }
        pins.Add((profile.Marks?.Pin ?? -1, "marks"));
        pins.AddRange(profile.Triggers.Select(p => (p, "triggers")));
        foreach (var shared in pins.Where(p => p.Pin >= 0).GroupBy(p => p.Pin).Where(g => g.Count() > 1))
        {
            document.Report(1, 1, $"GPIO {shared.Key} is given to {string.Join(" and ", shared.Select(p => p.Use))}", "each line has one use");
        }
    }
}
