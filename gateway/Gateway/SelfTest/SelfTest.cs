using CoinRig.Cells;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>Measures a dummy cell through every channel of a board and says in words what is wrong.</summary>
static class SelfTest
{
    /// <summary>Runs the test.</summary>
    /// <param name="open">Opens the rig; what it throws about the chips is a finding too.</param>
    /// <param name="cell">The dummy on every channel.</param>
    /// <returns>What is wrong, and what was measured on each channel.</returns>
    internal static (IReadOnlyList<Finding> Findings, IReadOnlyList<string> Measured) Run(Func<IRig> open, Cell cell)
    {
        if (!cell.IsDummy)
        {
            throw new RefusedException($"'{cell.Name}' is no dummy: selftest drives what is connected without looking at its limits. Connect a resistor or a dummy cell (chemistry: dummy).");
        }
        IRig rig;
        try
        {
            rig = open();
        }
        catch (IOException e)
        {
            return ([new Finding(0, "adc-silent", $"The ADC does not answer: {e.Message} Check its supplies (5 V and 3.3 V), its CS, DRDY and RESET lines, and MISO.")], []);
        }
        using (rig)
        {
            var findings = new List<Finding>();
            var measured = new List<string>();
            foreach (var channel in rig.Board.Channels)
            {
                var test = new ChannelTest(channel, cell, rig.Clock);
                if (test.Run() is { } finding)
                {
                    findings.Add(finding);
                }
                measured.AddRange(test.Measured.Select(m => $"channel {channel.Number}: {m}"));
            }
            return (findings, measured);
        }
    }
}
