using CoinRig.Cells;

namespace CoinRig.Gateway;

/// <summary>Measures a dummy cell through every channel of a board and says in words what is wrong.</summary>
static class SelfTest
{
    /// <summary>Runs the test.</summary>
    /// <param name="open">Opens the rig; what it throws about the chips is a finding too.</param>
    /// <param name="cell">The dummy on every channel.</param>
    /// <returns>What is wrong, and what was measured on each channel.</returns>
    internal static Diagnosis Run(Func<IRig> open, Cell cell) => !cell.IsDummy
        ? throw new RefusedException($"'{cell.Name}' is no dummy: selftest drives what is connected without looking at its limits. Connect a resistor or a dummy cell (chemistry: dummy).")
        : Diagnosis.OfChannels(open, (probe, measured) =>
        {
            var test = new ChannelTest(probe, cell);
            try
            {
                return test.Run();
            }
            finally
            {
                measured.AddRange(test.Measured);
            }
        });
}
