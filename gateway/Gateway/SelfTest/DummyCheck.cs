using CoinRig.Cells;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>
/// The dummy's resistance as each range shows it. One range that disagrees with the others has a wrong shunt or a relay that does
/// not switch; where all agree with each other and not with the dummy's file, it is another dummy.
/// </summary>
/// <param name="probe">The channel.</param>
/// <param name="cell">The dummy.</param>
sealed class DummyCheck(ChannelProbe probe, Cell cell)
{
    /// <summary>What the dummy's resistance may be off; the bench parts are 1 %.</summary>
    const double ResistanceTolerance = 0.03;

    /// <summary>How near a ratio must be to that of two shunts.</summary>
    const double RelayTolerance = 0.1;

    const double OpenToleranceVolts = 0.02;

    readonly List<(CurrentRange Range, double Ohms)> _ranges = [];

    /// <summary>What its file says, ohm.</summary>
    internal double ExpectedOhms => cell.Twin.SeriesOhms + cell.Twin.ParallelOhms;

    /// <summary>Takes what a range showed, smallest first.</summary>
    internal void Add(CurrentRange range, double ohms) => _ranges.Add((range, ohms));

    /// <summary>A range whose relay does not switch: it shows the dummy as if another shunt were in.</summary>
    internal Finding? WrongRange(int index)
    {
        var (range, ohms) = _ranges[index];
        var ratio = ohms / ExpectedOhms;
        foreach (var other in probe.Channel.Reach.Ranges)
        {
            if (other != range && Math.Abs(ratio / (range.ShuntOhms / other.ShuntOhms) - 1) < RelayTolerance)
            {
                return probe.Fault("range-relay", $"on {range.Name} the dummy shows {ohms:0.0} ohm where {ExpectedOhms:0.#} are: the shunt of {other.Name} is in, so a range relay does not switch.");
            }
        }
        return null;
    }

    /// <summary>After all ranges were measured.</summary>
    internal Finding? Judge(double openVolts, List<string> measured)
    {
        var twin = cell.Twin;
        measured.Add($"dummy: {string.Join(", ", _ranges.Select(r => $"{r.Ohms:0.0}"))} ohm with {openVolts:0.0000} V in series; expected {ExpectedOhms:0.#} ohm, {twin.VoltageVolts:0.0##} V");
        var wrong = _ranges.Select((r, i) => (r.Range, r.Ohms, Index: i)).Where(r => !(Math.Abs(r.Ohms / ExpectedOhms - 1) < ResistanceTolerance)).ToArray();
        if (wrong is [var only, ..] && wrong.Length < _ranges.Count)
        {
            return WrongRange(only.Index)
                ?? probe.Fault("shunt-value", $"on {only.Range.Name} the dummy shows {only.Ohms:0.0} ohm, and {ExpectedOhms:0.#} ohm on another range: the shunt is {ExpectedOhms / only.Ohms - 1:+0%;-0%} off.");
        }
        var voltageIsWrong = !(Math.Abs(openVolts - twin.VoltageVolts) < OpenToleranceVolts);
        return wrong.Length > 0 || voltageIsWrong
            ? probe.Fault("wrong-dummy", $"{_ranges[0].Ohms:0.0} ohm with {openVolts:0.000} V in series were measured; '{cell.Name}' has {ExpectedOhms:0.#} ohm and {twin.VoltageVolts:0.0##} V.")
            : null;
    }
}
