using System.Collections.Frozen;

namespace CoinRig.Gateway;

/// <summary>Every fault that selftest and doctor know by name, and what to do about it.</summary>
static class Cures
{
    static readonly FrozenDictionary<string, string> Lines = new Dictionary<string, string>
    {
        // The board and its bus.
        ["adc-silent"] = "Check 5 V and 3.3 V at the board, the wires of CS, MISO, MOSI, SCLK and RESET, and the crystal.",
        ["chip-id"] = "Check the chip's type, SPI mode 1, the clock and the select line: something else answers, or its bits are shifted.",
        ["drdy-stuck"] = "Check the DRDY wire (BCM 17 on the Waveshare board) and its pin in the profile.",
        ["bus-glitches"] = "Shorten the SPI wires, put 100 ohm in series with each, and give them a ground wire; try 'transport: slow'.",
        ["registers-changed"] = "Keep mains switching away from the wires, check supplies and RESET; then open the board again.",
        ["adc-calibration"] = "Measure the ADC's reference (2.5 V at VREFP-VREFN) and AVDD.",
        ["noise"] = "Give AVDD a clean supply of its own, shield the leads, and keep switching supplies away.",
        ["avdd-low"] = "Measure AVDD (5 V at the VCC jumper): use a stronger 5 V supply with a short cable, or an LDO of its own.",
        ["adc-reference"] = "Measure the ADC's reference at VREFP-VREFN (2.5 V) and AVDD.",
        ["aincom-open"] = "Set the jumper from AINCOM to AGND.",

        // DAC and front end.
        ["dac-silent"] = "Check the DAC's select line (SYNC, BCM 23 on the Waveshare board), its supply, SCLK and MOSI.",
        ["dac-reference"] = "Measure the DAC's VREF; on the Waveshare board put the VREF jumper to 5 V, or a reference of your own there.",
        ["dac-leds"] = "Pull the LED jumpers off the DAC's outputs (LEDA, LEDB).",
        ["dac-nonlinear"] = "Read the chip: a DAC8532 has the same pins and ten times the error; solder a DAC8552 in.",
        ["output-not-released"] = "Pull the LED jumpers off the DAC's outputs; then check the DAC's SYNC line (BCM 23). 'coinrig doctor' with an empty holder tells which.",
        ["potentiometer-left"] = "Pull the jumper that puts the potentiometer on AD0.",
        ["light-sensor-left"] = "Pull the jumper that puts the light sensor on AD1.",
        ["followers-missing"] = "Put rail-to-rail followers between the cell and the ADC's inputs.",
        ["input-loaded"] = "Look for what else hangs on the channel's ADC inputs: jumpers, flux, a broken follower.",
        ["voltage-path"] = "Check the voltage amplifier or follower and its calibration in the profile.",
        ["zero-offset"] = "Calibrate the zero of the range again; if it stays, clean the board and check the followers.",

        // The supervisor.
        ["supervisor-silent"] = "Is it supplied, flashed and wired (firmware/README.md), and is its port the profile's 'supervisor: {port: ...}'? 'coinrig supervisor status' asks it.",
        ["supervisor-tripped"] = "See to what it says, then 'coinrig supervisor reset'; 'coinrig supervisor log' shows its last trips.",

        // Relays, shunts, leads.
        ["relay-stuck"] = "Listen for the relay; check its coil supply and its line, and force+ and force-.",
        ["relay-welded"] = "Take the cell out and replace the cell relay.",
        ["shunt-open"] = "Check the shunt's solder joints and the range relays.",
        ["shunt-value"] = "Measure the resistor of that range; correct it, or the profile's 'shunt'.",
        ["range-relay"] = "Check the relay of that range: its line, its coil supply, its contact.",
        ["sense-lead-off"] = "Check sense+ and sense- at the holder.",
        ["sense-or-shunt"] = "Check sense+ at the holder and the shunt's joints, and look for a short; selftest with dummy-randles tells which.",
        ["wrong-dummy"] = "Is it the right dummy, in clean clips? Name another with --cell.",
        ["current-not-reached"] = "Check force+ and force-, the shunt and the output's supply.",
        ["fault"] = "Run 'coinrig doctor' for the board itself.",

        // The computer.
        ["spi-off"] = "Put dtparam=spi=on (transport gpio-cs) or dtoverlay=spi0-2cs,cs0_pin=22,cs1_pin=23 (kernel, slow) into /boot/firmware/config.txt; restart.",
        ["overlay-missing"] = "Put dtoverlay=spi0-2cs,cs0_pin=22,cs1_pin=23 into /boot/firmware/config.txt and restart, or use 'transport: gpio-cs'.",
        ["line-busy"] = "Take the overlay that holds the line out of /boot/firmware/config.txt, or use 'transport: kernel'; close other programs.",
        ["spi-busy"] = "Close the other program that has the bus: sudo fuser -v /dev/spidev*.",
        ["no-permission"] = "sudo usermod -aG spi,gpio $USER, then log in again.",
        ["gpio-missing"] = "Run on a Raspberry Pi with Linux 5.10 or newer, and check that its kernel is complete.",
        ["kernel-old"] = "sudo apt full-upgrade, then restart: the GPIO lines need Linux 5.10.",
        ["device"] = "Look into 'dmesg' for the reason; restart the Pi if it stays.",
        ["clock-not-set"] = "Connect to the network and wait for NTP, or set the clock: sudo date -s '2026-11-25 12:00'.",
        ["clock-not-synchronized"] = "Check the network and 'timedatectl status'; a run's dates are wrong until it is.",
        ["card-slow"] = "Write runs to another disk (--out), or use a faster card (A2) or a USB SSD.",
        ["disk-full"] = "Copy old runs away and delete them, or write to another disk (--out).",
        ["folder-not-writable"] = "Give a folder that you may write to (--out).",
        ["undervoltage"] = "Use the Pi's own supply and a short cable; feed the relays from elsewhere.",
        ["processor-hot"] = "Give the Pi a heat sink and air; a throttled Pi is late.",
        ["no-realtime-priority"] = "Put '@spi - rtprio 20' and '@spi - memlock unlimited' into /etc/security/limits.d/coinrig.conf; log in again.",
    }.ToFrozenDictionary();

    /// <summary>Every code, in order.</summary>
    internal static IEnumerable<string> Codes => Lines.Keys.Order(StringComparer.Ordinal);

    /// <summary>The cure of a fault.</summary>
    internal static string Of(string code) => Lines[code];
}
