using System.Buffers.Binary;
using CoinRig.Clock;

namespace CoinRig.Supervision;

/// <summary>
/// The gateway's side of the link. It has no thread and no timer: heartbeats are sent by whoever has just read the cells, and what the
/// supervisor says is taken in with each. Requests wait for their answer, and are asked again where none comes.
/// </summary>
/// <param name="line">The line.</param>
/// <param name="clock">The rig's clock.</param>
public sealed class SupervisorClient(ISerialLine line, IRigClock clock)
{
    const int Attempts = 4;
    const long AnswerNanoseconds = 60 * RigClockExtensions.Millisecond;

    readonly LinkDecoder _decoder = new();
    readonly byte[] _received = new byte[256];
    readonly byte[] _reply = new byte[LinkFrame.LongestContent];
    LinkMessage _awaited;
    int _awaitedSequence = -1;
    int _replyLength = -1;
    byte _sequence;
    ushort _counter;

    /// <summary>What the supervisor was doing when it was last heard.</summary>
    public SupervisorState State { get; private set; }

    /// <summary>Why it is tripped.</summary>
    public TripCause Cause { get; private set; }

    /// <summary>When it was last heard, ns; below 0 for never.</summary>
    public long HeardNanoseconds { get; private set; } = -1;

    /// <summary>Says hello.</summary>
    /// <param name="session">A number that no gateway before had: draw it.</param>
    /// <param name="heartbeatMilliseconds">The longest time between heartbeats, ms.</param>
    /// <exception cref="SupervisorException">It does not answer, or speaks another version, or refuses the period.</exception>
    /// <returns>Who answered.</returns>
    public SupervisorWelcome Begin(ushort session, int heartbeatMilliseconds)
    {
        Span<byte> body = stackalloc byte[5];
        body[0] = LinkFrame.Version;
        BinaryPrimitives.WriteUInt16LittleEndian(body[1..], session);
        BinaryPrimitives.WriteUInt16LittleEndian(body[3..], (ushort)heartbeatMilliseconds);
        var reply = Exchange(LinkMessage.Hello, body, LinkMessage.Welcome, out var refusal);
        if (refusal is { } result)
        {
            throw new SupervisorException(result == RequestResult.PeriodTooLong
                ? $"The supervisor refuses heartbeats every {heartbeatMilliseconds} ms: they must come every 130 ms. Choose more scans per second in the board profile."
                : $"The supervisor speaks another version of the link than {LinkFrame.Version}: flash the firmware that belongs to this program.");
        }
        var welcome = SupervisorWelcome.Read(reply);
        (State, Cause) = (welcome.State, welcome.Cause);
        return welcome;
    }

    /// <summary>Sends limits, reads them back and compares.</summary>
    /// <exception cref="SupervisorException">It refuses them, or holds others.</exception>
    public void SetLimits(in SupervisorLimits limits)
    {
        Span<byte> body = stackalloc byte[SupervisorLimits.Length];
        limits.Write(body);
        if (Ask(LinkMessage.SetLimits, body) is not RequestResult.Done and var result)
        {
            throw new SupervisorException($"The supervisor refuses the limits {limits} ({result}): they must lie within those that are compiled into it, and while it is armed within those that it holds.");
        }
        var held = ReadLimits();
        if (held != limits)
        {
            throw new SupervisorException($"The supervisor holds other limits than it was sent: {held} in place of {limits}.");
        }
    }

    /// <summary>Asks which limits it holds.</summary>
    public SupervisorLimits ReadLimits() => SupervisorLimits.Read(Exchange(LinkMessage.ReadLimits, [], LinkMessage.LimitsHeld, out _));

    /// <summary>Asks for a change of state.</summary>
    /// <param name="request">Arm, Close, Open, Disarm, Reset or Maintenance.</param>
    /// <param name="body">Its body.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="SupervisorException">It does not answer.</exception>
    public RequestResult Ask(LinkMessage request, params ReadOnlySpan<byte> body)
    {
        var reply = Exchange(request, body, LinkMessage.Answer, out var result);
        State = (SupervisorState)reply[3];
        return result!.Value;
    }

    /// <summary>Asks what it does and reads.</summary>
    public SupervisorStatus ReadStatus()
    {
        var status = SupervisorStatus.Read(Exchange(LinkMessage.ReadStatus, [], LinkMessage.Status, out _));
        (State, Cause) = (status.State, status.Cause);
        return status;
    }

    /// <summary>Reads a trip from its black box.</summary>
    /// <param name="age">0 for the last one.</param>
    /// <returns>Null where there is none.</returns>
    public TripRecord? ReadTrip(byte age)
    {
        var reply = Exchange(LinkMessage.ReadTrip, [age], LinkMessage.Trip, out var refusal);
        return refusal is null ? TripRecord.Read(reply) : null;
    }

    /// <summary>Heartbeats since it was last heard.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Sends a heartbeat with what was just read, and takes in what was said meanwhile. Waits for nothing and allocates nothing.</summary>
    public void Beat(in CellReadings readings) => Beat(readings, clock.Nanoseconds);

    /// <summary>The same with what was read at a time, ns.</summary>
    public void Beat(in CellReadings readings, long nanoseconds)
    {
        Span<byte> body = stackalloc byte[11];
        BinaryPrimitives.WriteUInt16LittleEndian(body, ++_counter);
        BinaryPrimitives.WriteUInt32LittleEndian(body[2..], (uint)(nanoseconds / RigClockExtensions.Millisecond));
        body[6] = (byte)((readings.IsRead1 ? 1 : 0) | (readings.IsRead2 ? 2 : 0));
        BinaryPrimitives.WriteInt16LittleEndian(body[7..], readings.Millivolts1);
        BinaryPrimitives.WriteInt16LittleEndian(body[9..], readings.Millivolts2);
        Send(LinkMessage.Heartbeat, body);
        Unanswered++;
        Receive();
    }

    /// <summary>Takes in what was said.</summary>
    public void Receive()
    {
        for (var count = line.Read(_received); count > 0; count = line.Read(_received))
        {
            foreach (var value in _received.AsSpan(0, count))
            {
                if (_decoder.Take(value))
                {
                    Hear();
                }
            }
        }
    }

    void Hear()
    {
        (HeardNanoseconds, Unanswered) = (clock.Nanoseconds, 0);
        var body = _decoder.Body;
        if (_decoder.Type == LinkMessage.Beat)
        {
            (State, Cause) = ((SupervisorState)body[2], (TripCause)body[3]);
        }
        var isAnswer = _decoder.Type == LinkMessage.Answer && body[1] == _awaitedSequence;
        if (isAnswer || _decoder.Type == _awaited && _awaited != LinkMessage.Answer)
        {
            body.CopyTo(_reply);
            _replyLength = isAnswer ? -body.Length : body.Length;
        }
    }

    /// <summary>Asks again where an answer was lost. A request that was done at the first time is refused at the second, which then means that it was done.</summary>
    ReadOnlySpan<byte> Exchange(LinkMessage request, ReadOnlySpan<byte> body, LinkMessage reply, out RequestResult? result)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            (_awaited, _replyLength) = (reply, 0);
            _awaitedSequence = Send(request, body);
            if (line.Lost is { } reason)
            {
                throw new SupervisorException(reason);
            }
            var until = clock.Nanoseconds + AnswerNanoseconds;
            while (_replyLength == 0 && clock.Nanoseconds < until)
            {
                clock.Wait(RigClockExtensions.Millisecond);
                Receive();
            }
            if (_replyLength != 0)
            {
                result = _replyLength < 0 ? (RequestResult)_reply[2] : null;
                if (attempt > 0 && result == RequestResult.NotInThisState && (SupervisorState)_reply[3] == Wanted(request))
                {
                    result = RequestResult.Done;
                }
                (_awaited, _awaitedSequence) = (default, -1);
                return _reply.AsSpan(0, Math.Abs(_replyLength));
            }
        }
        throw new SupervisorException($"The supervisor does not answer ({request}). Is it supplied, flashed and wired (firmware/README.md), and is the serial port the right one?");
    }

    static SupervisorState? Wanted(LinkMessage request) => request switch
    {
        LinkMessage.Arm => SupervisorState.Armed,
        LinkMessage.Reset => SupervisorState.Unarmed,
        _ => null,
    };

    byte Send(LinkMessage type, ReadOnlySpan<byte> body)
    {
        Span<byte> frame = stackalloc byte[LinkFrame.LongestFrame];
        line.Write(frame[..LinkFrame.Write(frame, ++_sequence, type, body)]);
        return _sequence;
    }
}
