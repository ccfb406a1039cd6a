using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>What is wrong with a board, and what was measured.</summary>
/// <param name="Findings">What is wrong; empty where nothing is.</param>
/// <param name="Measured">What was measured, in words.</param>
sealed record Diagnosis(IReadOnlyList<Finding> Findings, IReadOnlyList<string> Measured)
{
    /// <summary>A rig is opened again so often where a disturbance kept it closed.</summary>
    const int Openings = 3;

    /// <summary>Registers are read so often before anything is measured: a bus that loses one byte in a thousand shows.</summary>
    const int RegisterChecks = 200;

    /// <summary>Opens a rig and looks at its bus and at every channel.</summary>
    /// <param name="open">Opens it.</param>
    /// <param name="look">Looks at a channel, and says what it measured.</param>
    internal static Diagnosis OfChannels(Func<IRig> open, Func<ChannelProbe, List<string>, Finding?> look)
    {
        var (rig, fault) = Open(open);
        if (rig is null)
        {
            return new([fault!], []);
        }
        using (rig)
        {
            var measured = new List<string>();
            try
            {
                if ((fault ?? Bus(rig.Board, measured)) is { } wrong)
                {
                    return new([wrong], measured);
                }
                return new(CommonCause.Of(Look(rig, look, measured), rig.Board.Profile), measured);
            }
            catch (IOException e)
            {
                return new([OpeningFault.Of(e)], measured);
            }
        }
    }

    /// <summary>A rig that opens at the second try has a disturbed bus.</summary>
    static (IRig? Rig, Finding? Fault) Open(Func<IRig> open)
    {
        Exception? last = null;
        for (var i = 0; i < Openings; i++)
        {
            try
            {
                var rig = open();
                return (rig, last is null ? null : new(0, "bus-glitches", $"The board opened at attempt {i + 1} only: {last.Message}"));
            }
            catch (Exception e) when (e is IOException or RefusedException)
            {
                last = e;
            }
        }
        return (null, OpeningFault.Of(last!));
    }

    static Finding? Bus(Board board, List<string> measured)
    {
        var wrong = 0;
        for (var i = 0; i < RegisterChecks; i++)
        {
            wrong += board.Adc.TryCheckRegisters(out _) ? 0 : 1;
        }
        measured.Add($"ADC's registers read {RegisterChecks} times: {wrong} times wrong");
        // They were written a moment ago. Always wrong is a coefficient that was read wrong when the ADC was calibrated.
        return wrong == 0 ? null : new(0, "bus-glitches", $"The ADC's registers were read {RegisterChecks} times, {wrong} times wrong.");
    }

    static List<Finding> Look(IRig rig, Func<ChannelProbe, List<string>, Finding?> look, List<string> measured)
    {
        var findings = new List<Finding>();
        foreach (var channel in rig.Board.Channels)
        {
            var ofChannel = new List<string>();
            Finding? finding;
            try
            {
                finding = SupervisedLook.Carry(rig, channel, () => look(new ChannelProbe(rig, channel), ofChannel));
            }
            catch (IOException e)
            {
                finding = OpeningFault.Of(e) with { Channel = channel.Number };
            }
            measured.AddRange(ofChannel.Select(m => $"channel {channel.Number}: {m}"));
            if (!rig.Board.Adc.TryCheckRegisters(out var mismatches))
            {
                // What was measured with wrong registers says nothing.
                findings.Add(new(0, "registers-changed", $"The ADC's registers changed while channel {channel.Number} was measured: {string.Join(", ", mismatches)}."));
                break;
            }
            if (finding is not null)
            {
                findings.Add(finding);
            }
        }
        return findings;
    }
}
