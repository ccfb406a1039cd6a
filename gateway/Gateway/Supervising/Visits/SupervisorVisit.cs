using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Supervision;
using CoinRig.Twin;

namespace CoinRig.Gateway;

/// <summary>A person's visit to a supervisor outside of runs: the one at a serial port, or a twin's.</summary>
sealed class SupervisorVisit : IDisposable
{
    /// <summary>The longest time between heartbeats of a visit, ms.</summary>
    internal const int HeartbeatMilliseconds = 100;

    readonly IDisposable? _port;

    SupervisorVisit(string name, BoardProfile profile, ISerialLine line, IRigClock clock, IDisposable? port)
    {
        (Name, Profile, Clock, _port) = (name, profile, clock, port);
        Client = new SupervisorClient(line, clock);
    }

    /// <summary>Which one it is.</summary>
    internal string Name { get; }

    /// <summary>The board that it watches.</summary>
    internal BoardProfile Profile { get; }

    /// <summary>The gateway's end of the link.</summary>
    internal SupervisorClient Client { get; }

    /// <summary>The clock to wait by.</summary>
    internal IRigClock Clock { get; }

    /// <summary>The supervisor, where it is a twin.</summary>
    internal SupervisorTwin? Twin { get; private init; }

    /// <summary>The board below it, where it is a twin.</summary>
    internal BoardTwin? Board { get; private init; }

    /// <summary>Opens the line.</summary>
    /// <exception cref="SupervisorException">The port cannot be opened.</exception>
    /// <exception cref="RefusedException">There is no port.</exception>
    internal static SupervisorVisit Open(SupervisorOptions options)
    {
        var profile = BoardProfileFile.Load(options.ProfileFile);
        if (options.Port is { } port)
        {
            return AtPort(profile, port);
        }
        if (options.Pins == PinsChoice.Twin || (options.Pins == PinsChoice.Automatic && !HardwareRig.IsThere(profile)))
        {
            return AtTwin(profile, options.Seed);
        }
        return AtPort(profile, profile.SupervisorPort ?? throw new RefusedException($"The profile '{profile.Name}' says that there is no supervisor: give --port DEVICE, such as /dev/serial0."));
    }

    /// <summary>Says hello where that changes nothing: not while relays may be held.</summary>
    internal SupervisorWelcome? Greet(SupervisorState state) => state is SupervisorState.Armed or SupervisorState.Closed ? null
        : Client.Begin(NewSession(), HeartbeatMilliseconds);

    /// <summary>A number that no gateway before had.</summary>
    internal static ushort NewSession() => (ushort)Random.Shared.Next(1, ushort.MaxValue + 1);

    /// <summary>A twin with empty holders, its supervisor started.</summary>
    internal static SupervisorVisit AtTwin(BoardProfile profile, long seed)
    {
        var clock = new EventClock(new VirtualClock());
        var board = new BoardTwin(profile, clock, seed);
        var twin = new SupervisorTwin(board, clock, (int)(seed % int.MaxValue));
        clock.WaitUntil(RigClockExtensions.Second);
        return new($"the twin of '{profile.Name}'", profile, twin.Line, clock, null) { Twin = twin, Board = board };
    }

    static SupervisorVisit AtPort(BoardProfile profile, string port)
    {
        var line = SerialPortLine.Open(port);
        return new(port, profile, line, new RealClock(), line);
    }

    /// <inheritdoc/>
    public void Dispose() => _port?.Dispose();
}
