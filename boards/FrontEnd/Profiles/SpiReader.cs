using CoinRig.Documents;

namespace CoinRig.FrontEnd;

/// <summary>Reads <c>transport</c> and <c>spi</c> of a profile.</summary>
static class SpiReader
{
    const int MostLines = 4;

    internal static (Transport Transport, int Bus, ChipSelects Selects) Read(MappingReader profile)
    {
        var transport = profile.Choice("transport", "gpio-cs", "gpio-cs", "kernel", "slow") switch
        {
            "kernel" => Transport.Kernel,
            "slow" => Transport.Slow,
            _ => Transport.GpioChipSelect,
        };
        var spi = profile.Optional("spi")?.AsMapping("'spi'");
        var bus = spi?.WholeNumber("bus", -1, 0, 9) ?? -1;
        var selects = transport == Transport.GpioChipSelect ? new ChipSelects(0, 0)
            : new ChipSelects(spi?.WholeNumber("adc", 0, 0, MostLines - 1) ?? 0, spi?.WholeNumber("dac", 1, 0, MostLines - 1) ?? 1);
        if (transport != Transport.GpioChipSelect && selects.Adc == selects.Dac)
        {
            spi!.Node.Report($"select line {selects.Adc} for both chips", "two different lines of the kernel: 'spi: {bus: 0, adc: 0, dac: 1}'");
        }
        spi?.Finish();
        return (transport, bus, selects);
    }
}
