using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;
using CoinRig.Documents;
using CoinRig.Gateway;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.Faults;

/// <summary>A whole rig under a scenario: the twin, whose time never stops, and one process of the gateway after another.</summary>
sealed class World : IDisposable
{
    /// <summary>After a kill the supply of the relays is taken away within this, ns: the supervisor's limit.</summary>
    const long SupervisorNanoseconds = 500_000_000;

    /// <summary>Somebody starts the program again this often where it could not even open its board.</summary>
    const int MostStarts = 6;

    const double SecondsBeforeNextStart = 10;

    readonly List<string>? _trace;
    readonly WanderingCell _cell;
    GpioController? _lines;
    bool _isAlive;
    int _kills;

    internal World(Scenario scenario, IRunPlace place, List<string>? trace)
    {
        (Scenario, Place, _trace) = (scenario, place, trace);
        _cell = new WanderingCell(Shelf.Model(scenario.Seed, scenario.Charged));
        Twin = new BoardTwin(scenario.Setting.Profile, Clock, scenario.Seed, _cell);
        // As on a real chip, a result that is read too late is garbled.
        Twin.Adc.IsUpdateGarbling = true;
        Truth = new Truth(Twin, scenario.Setting.Profile, Clock, Trace);
    }

    internal Scenario Scenario { get; }

    internal IRunPlace Place { get; }

    internal WorldClock Clock { get; } = new();

    internal BoardTwin Twin { get; }

    internal ChannelTwin Channel => Twin.Channels[0];

    internal Truth Truth { get; }

    internal BusFaults Bus { get; } = new();

    internal Room Room { get; } = new();

    internal Host Host { get; } = new();

    internal BrokerMood Broker { get; set; }

    /// <summary>How long the program was held up in all, ns.</summary>
    internal long HeldUpNanoseconds { get; private set; }

    /// <summary>The processes, first to last.</summary>
    internal List<Life> Lives { get; } = [];

    /// <summary>What was in the file after each kill.</summary>
    internal List<(Life Life, RunContent Content)> Remains { get; } = [];

    /// <summary>Lets everything happen.</summary>
    internal void Carry()
    {
        RunRequest? request = FreshRun();
        var starts = 0;
        while (request is not null && starts++ < MostStarts)
        {
            request = Carry(new Life(this, request), isFirst: starts == 1);
        }
        // A moment later, in which nothing may flow any more.
        _ = Channel.CellAmperes;
        Clock.Wait(100 * RigClockExtensions.Millisecond);
        _ = Channel.CellAmperes;
    }

    RunRequest? Carry(Life life, bool isFirst)
    {
        if (isFirst)
        {
            Arm();
        }
        Truth.Life = Lives.Count;
        Lives.Add(life);
        _isAlive = true;
        life.Carry();
        _isAlive = false;
        if (life.Refusal is not null)
        {
            Trace($"refused: {life.Refusal}");
        }
        if (!life.WasKilled)
        {
            if (life.Refusal is null || life.Began >= 0 || life.IsResumption && !double.IsNaN(life.VoltsAtResumption))
            {
                return null;
            }
            Clock.Wait((long)(SecondsBeforeNextStart * 1e9));
            return Next();
        }
        Trace("the process is killed");
        Truth.IsAnsweredFor = false;
        Truth.EndClosure();
        Place.Kill();
        life.Bury();
        if (Place.RunFile is { } file && RunContent.TryRead(file) is { } content)
        {
            Remains.Add((life, content));
            Trace($"  {content.Rows.Count} samples are in the file");
        }
        Pass(Scenario.GapSeconds[Math.Min(_kills++, Scenario.GapSeconds.Count - 1)]);
        return Next();
    }

    /// <summary>Time goes on with nobody there.</summary>
    void Pass(double seconds)
    {
        if (Scenario.IsSupervised)
        {
            Clock.At(Clock.Nanoseconds + SupervisorNanoseconds, () => Twin.HasCoilSupply = _isAlive);
        }
        Clock.Wait((long)(seconds * 1e9));
    }

    RunRequest? Next()
    {
        if (Place.RunFile is not { } file || RunContent.TryRead(file) is null)
        {
            return FreshRun();
        }
        try
        {
            return Resumption.RequestOf(new ResumeOptions(file, null, null, null, null, null, 0, new(true, null, RigName.Default)), null);
        }
        catch (Exception e) when (e is RefusedException or RunFileException)
        {
            Trace($"not resumed: {e.Message}");
            return null;
        }
    }

    RunRequest FreshRun() => new()
    {
        Plan = ProtocolFile.Read(Document.Parse(Scenario.Protocol, "faults.yaml"), Shelf.Cell),
        Profile = Scenario.Setting.Profile,
        Channel = 1,
        OnHardware = false,
        Seed = Scenario.Seed,
        Speed = double.PositiveInfinity,
        Directory = Place.Folder,
        Telemetry = null,
    };

    /// <summary>The faults come at their times after the first process began.</summary>
    void Arm()
    {
        foreach (var fault in Scenario.Faults)
        {
            At(fault.Seconds, fault.Text, () => fault.Begin(this));
            if (fault.End is { } end && double.IsFinite(fault.UntilSeconds))
            {
                At(fault.UntilSeconds, $"no more: {fault.Text}", () => end(this));
            }
        }
    }

    void At(double seconds, string text, Action happening) => Clock.At(Clock.Nanoseconds + (long)(seconds * 1e9), () =>
    {
        Trace(text);
        happening();
    });

    /// <summary>The program stands still, as one that the system does not let run.</summary>
    internal void HoldUp(long nanoseconds)
    {
        HeldUpNanoseconds += nanoseconds;
        Bus.HoldUp(nanoseconds);
    }

    /// <summary>The cell's voltage is moved.</summary>
    internal void Wander(double addedVolts)
    {
        _ = Channel.CellVolts;
        _cell.AddedVolts = addedVolts;
        // The circuit looks again at its cell.
        Channel.CellFault = Channel.CellFault;
    }

    /// <summary>The process that runs is killed here and now.</summary>
    internal void KillProcess()
    {
        if (_isAlive)
        {
            throw new ProcessKilled();
        }
    }

    /// <summary>A process takes the computer's lines; their levels are as they were left.</summary>
    internal GpioController TakeLines() => _lines = new GpioController(Twin.Gpio);

    /// <summary>The kernel takes the lines of a process back.</summary>
    internal void AbandonLines() => _lines?.Dispose();

    /// <summary>A process has its board: it drives the relay's line and answers for the cell.</summary>
    internal void ProcessAnswers()
    {
        Twin.HasCoilSupply = true;
        Truth.IsAnsweredFor = true;
    }

    internal SpiDevice OpenSpi(SpiConnectionSettings settings) => new FaultySpi((TwinSpiDevice)Twin.OpenSpi(settings), Twin.Adc, Bus, Clock, Truth.Delivered);

    /// <summary>Notes something for whoever replays the seed.</summary>
    internal void Trace(string text) => _trace?.Add($"{Clock.Nanoseconds * 1e-9,12:0.000000} s  {text}");

    public void Dispose()
    {
        Host.Dispose();
        Place.Dispose();
    }
}
