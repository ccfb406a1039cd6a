using CoinRig.Linux;

namespace CoinRig.Spi;

/// <summary>What a person does about an error of spidev, a sentence each.</summary>
static class SpidevCures
{
    const string Vanished = "The SPI driver went away. Take the cells out, restart the Pi, and look into 'dmesg' for the reason.";

    internal static string OfOpening(int error) => error switch
    {
        ErrorNumber.NoSuchFile or ErrorNumber.NoSuchAddress or ErrorNumber.NoSuchDevice =>
            "Switch SPI on in /boot/firmware/config.txt and restart: dtparam=spi=on for 'transport: gpio-cs', dtoverlay=spi0-2cs,cs0_pin=22,cs1_pin=23 for 'kernel' and 'slow'. "
            + "Or leave --hardware out to use the twin.",
        ErrorNumber.AccessDenied or ErrorNumber.NotPermitted => "Add the user to the group spi (sudo usermod -aG spi $USER) and log in again.",
        ErrorNumber.Busy => "Another program has the bus: close it (sudo fuser -v /dev/spidev*), then try again.",
        _ => Vanished,
    };

    internal static string OfTransfers(int error) => error switch
    {
        ErrorNumber.InputOutput or ErrorNumber.TimedOut =>
            "The bus did not work: check that nothing else uses its pins (GPIO 9, 10, 11), look into 'dmesg', and start the run again; if it stays, restart the Pi.",
        ErrorNumber.Busy => "Another program or driver has the bus: close it (sudo fuser -v /dev/spidev*), then start the run again.",
        ErrorNumber.NoSuchDevice or ErrorNumber.Shutdown or ErrorNumber.NoSuchAddress or ErrorNumber.NoSuchFile => Vanished,
        ErrorNumber.Invalid or ErrorNumber.NoSuchControl =>
            "The bus does not do what the chips need: use SPI bus 0 of the Pi (bus 1 has no mode 1) and correct 'spi' in the profile.",
        ErrorNumber.MessageTooLong => "Remove a 'spidev.bufsiz' below 64 from /boot/firmware/cmdline.txt and restart.",
        _ => "Look into 'dmesg' for the reason, then start the run again; if it stays, restart the Pi.",
    };
}
