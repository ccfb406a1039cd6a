namespace Iot.Device.Dac8552;

public sealed partial class Dac8552
{
    /// <summary>What an output holds, or null where that is not known: nothing was loaded yet, or a transfer failed.</summary>
    public DacState? Output(DacChannel channel) => _outputs[Index(channel)];

    /// <summary>What a buffer holds, or null where that is not known.</summary>
    public DacState? Buffer(DacChannel channel) => _buffers[Index(channel)];

    /// <summary>The code that an output shows, or null where that is not known or the output is off.</summary>
    public ushort? LastCode(DacChannel channel) => _outputs[Index(channel)] is { Mode: PowerDownMode.Normal } state ? state.Code : null;

    /// <summary>Writes one buffer, then loads outputs from the buffers, and keeps the books.</summary>
    void Send(DacChannel channel, DacState state, int load)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var index = Index(channel);
        _frame[0] = (byte)(load | (channel == DacChannel.B ? BufferB : 0) | (int)state.Mode);
        _frame[1] = (byte)(state.Code >> 8);
        _frame[2] = (byte)state.Code;

        // Should the transfer fail, nobody knows whether the chip took it.
        _buffers[index] = null;
        Forget(load);
        _transport.Write(_frame);
        _buffers[index] = state;
        if ((load & LoadA) != 0)
        {
            _outputs[0] = _buffers[0];
        }
        if ((load & LoadB) != 0)
        {
            _outputs[1] = _buffers[1];
        }
    }

    void Forget(int load)
    {
        if ((load & LoadA) != 0)
        {
            _outputs[0] = null;
        }
        if ((load & LoadB) != 0)
        {
            _outputs[1] = null;
        }
    }

    DacState KnownBuffer(DacChannel channel) => _buffers[Index(channel)]
        ?? throw new InvalidOperationException(
            $"The buffer of DAC channel {channel} was not written yet, so what it would load is not known: call WriteBuffer first.");

    static int Index(DacChannel channel) => channel <= DacChannel.B ? (int)channel
        : throw new ArgumentOutOfRangeException(nameof(channel), channel, "The DAC8552 has the channels A and B.");
}
