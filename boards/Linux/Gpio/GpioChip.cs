using System.Text;

namespace CoinRig.Linux;

/// <summary>A GPIO chip of this machine, found by its label: its number changes from one kernel to the next.</summary>
public sealed unsafe class GpioChip : IDisposable
{
    /// <summary>Labels of the chip that the 40-pin header of a Raspberry Pi hangs on: Pi 4; Pi 0 to 3 and Zero 2 W; Pi 5.</summary>
    public static IReadOnlyList<string> RaspberryPiLabels { get; } = ["pinctrl-bcm2711", "pinctrl-bcm2835", "pinctrl-rp1"];

    /// <summary>Numbers that are tried. A Pi has up to 16 chips; boards on USB may add some.</summary>
    const int MostChips = 64;

    const int TextLength = 32;
    const string Consumer = "coinrig";
    const string OtherUser = "Close the other program, or take the overlay or driver that holds the line out of /boot/firmware/config.txt";

    readonly DeviceFile _file;

    GpioChip(DeviceFile file, string label, int lines) => (_file, Label, Lines) = (file, label, lines);

    /// <summary>The chip's label, such as "pinctrl-rp1".</summary>
    public string Label { get; }

    /// <summary>How many lines it has.</summary>
    public int Lines { get; }

    /// <summary>The device file.</summary>
    public string Path => _file.Name;

    /// <summary>Opens the chip that has one of these labels.</summary>
    /// <param name="labels">The labels; <see cref="RaspberryPiLabels"/> for the header of a Raspberry Pi.</param>
    /// <exception cref="DeviceException">There is none, or it may not be opened.</exception>
    public static GpioChip Find(IReadOnlyList<string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var seen = new List<string>();
        var (closedPath, closedError) = ("", 0);
        for (var number = 0; number < MostChips; number++)
        {
            var path = $"/dev/gpiochip{number}";
            if (!DeviceFile.Exists(path))
            {
                continue;
            }
            var error = DeviceFile.TryOpen(path, out var file);
            if (file is null)
            {
                (closedPath, closedError) = (path, error);
                continue;
            }
            var info = default(GpioChipInfo);
            if (file.Control(GpioRequests.GetChipInfo, ref info) >= 0)
            {
                var label = Text(info.Label);
                if (labels.Contains(label))
                {
                    return new GpioChip(file, label, (int)info.Lines);
                }
                seen.Add($"{path} '{label}'");
            }
            file.Dispose();
        }
        throw closedError != 0
            ? new DeviceException(closedPath, "the GPIO chip could not be opened", closedError, closedError is ErrorNumber.AccessDenied or ErrorNumber.NotPermitted
                ? "Add the user to the group gpio (sudo usermod -aG gpio $USER) and log in again."
                : "Restart the Pi; if it stays, reinstall its kernel.")
            : new DeviceException("GPIO", $"no chip labelled {string.Join(" or ", labels)} was found ({(seen.Count == 0 ? "there are no /dev/gpiochip files" : string.Join(", ", seen))})", 0,
                "Run on a Raspberry Pi with Linux 5.10 or newer, or leave --hardware out to use the twin.");
    }

    /// <summary>Claims a line as it is: neither its direction nor its level changes.</summary>
    /// <param name="offset">The line; on a Raspberry Pi its BCM number.</param>
    /// <exception cref="DeviceException">Somebody else has it, or there is none; it says who.</exception>
    internal GpioLine Claim(int offset)
    {
        var request = new GpioLineRequest { Offset = (uint)offset, LineCount = 1 };
        Encoding.ASCII.GetBytes(Consumer, new Span<byte>(request.Consumer, TextLength));
        var result = _file.Control(GpioRequests.GetLine, ref request);
        return result >= 0
            ? new GpioLine(new DeviceFile(request.Descriptor, $"GPIO {offset}"), offset)
            : throw new DeviceException($"GPIO {offset}", $"the line could not be taken{HeldBy(offset)}", -result, -result switch
            {
                ErrorNumber.Busy => $"{OtherUser}; where the kernel selects the chips (overlay spi0-2cs), use 'transport: kernel' or 'slow' in the profile.",
                ErrorNumber.NoSuchControl => "The kernel has no GPIO ABI 2: update it to Linux 5.10 or newer.",
                ErrorNumber.Invalid => $"The chip {Label} has the lines 0 to {Lines - 1}: correct the profile's pins.",
                _ => GpioLine.Gone,
            });
    }

    string HeldBy(int offset)
    {
        var info = new GpioLineInfo { Offset = (uint)offset };
        return _file.Control(GpioRequests.GetLineInfo, ref info) >= 0 && info.Flags.HasFlag(GpioLineFlags.Used) && Text(info.Consumer) is { Length: > 0 } who
            ? $", '{who}' has it" : "";
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    static string Text(byte* bytes)
    {
        var text = new ReadOnlySpan<byte>(bytes, TextLength);
        var end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }
}
