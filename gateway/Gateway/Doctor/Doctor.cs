using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>Looks at the computer, the board and its channels, without a cell.</summary>
static class Doctor
{
    /// <summary>With one of these the board cannot be opened; trying would only say so once more.</summary>
    static readonly string[] Barring = ["spi-off", "overlay-missing", "line-busy", "gpio-missing", "kernel-old", "no-permission"];

    /// <summary>Looks.</summary>
    /// <param name="profile">The board.</param>
    /// <param name="computer">What was found on the computer; empty for a twin, whose computer does not matter.</param>
    /// <param name="measured">What was measured there, to which the rest is added.</param>
    /// <param name="open">Opens the rig.</param>
    internal static IReadOnlyList<Checked> Run(BoardProfile profile, IReadOnlyList<Checked> computer, List<string> measured, Func<IRig> open)
    {
        if (computer.Any(c => c.Finding is { } f && Barring.Contains(f.Code)))
        {
            measured.Add("the board was not opened");
            return computer;
        }
        var diagnosis = BoardDoctor.Run(open);
        measured.AddRange(diagnosis.Measured);
        var ofBoard = diagnosis.Findings.Where(f => f.Channel == 0).ToArray();
        var wasOpened = diagnosis.Measured.Count > 0;
        return
        [
            .. computer,
            .. ofBoard.DefaultIfEmpty().Select(f => new Checked("board", "chips and bus", f)),
            .. !wasOpened || ofBoard.Length > 0 && diagnosis.Findings.Count == ofBoard.Length ? []
                : profile.Channels.SelectMany(c => diagnosis.Findings.Where(f => f.Channel == c.Number).DefaultIfEmpty().Select(f => new Checked($"channel {c.Number}", "leads, relay, output", f))),
        ];
    }
}
