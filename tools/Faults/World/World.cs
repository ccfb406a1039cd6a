using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;
using CoinRig.Documents;
using CoinRig.FaultyDisk;
using CoinRig.Gateway;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.Faults;

/// <summary>A whole rig under a scenario: the twin, whose time never stops, and one process of the gateway after another.</summary>
sealed partial class World : IDisposable
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
    int _excursion;
    int _kills;

    internal World(Scenario scenario, List<string>? trace)
    {
        (Scenario, _trace) = (scenario, trace);
        Disk = new(scenario.Seed) { Delayed = HoldUpDisk, Trace = Trace, Struck = NoteLasting };
        _cell = new WanderingCell(Shelf.Model(scenario.Seed, scenario.Charged));
        Twin = new BoardTwin(scenario.Setting.Profile, Clock, scenario.Seed, _cell);
        // As on a real chip, a result that is read too late is garbled.
        Twin.Adc.IsUpdateGarbling = true;
        Truth = new Truth(Twin, scenario.Setting.Profile, Clock, Trace);
    }

    internal Scenario Scenario { get; }

    /// <summary>Where the files are.</summary>
    internal Disk Disk { get; }

    /// <summary>The newest run file; null where there is none.</summary>
    internal string? RunFile => Disk.Files().LastOrDefault(f => f.EndsWith(RunNames.Extension, StringComparison.Ordinal));

    /// <summary>What is in it, as a process that began now would find it; null where it has no header or cannot be read.</summary>
    internal RunContent? Content
    {
        get
        {
            // On a copy: to look must neither meet a fault nor change anything.
            using var copy = Disk.Copy(Scenario.Seed);
            return RunFile is { } file ? RunContent.TryRead(copy.Root + file[Disk.Root.Length..], copy.Vfs) : null;
        }
    }

    /// <summary>Until when the disk does nothing, ns.</summary>
    internal long DiskBusyUntil { get; private set; }

    /// <summary>How long the disk was slow in all, ns.</summary>
    internal long DiskDelayNanoseconds { get; private set; }

    /// <summary>When the disk first refused what it will never take again, ns; null where it has not.</summary>
    internal long? DiskIsGoneSince { get; private set; }

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

    void HoldUpDisk(long nanoseconds)
    {
        DiskDelayNanoseconds += nanoseconds;
        DiskBusyUntil = Math.Max(DiskBusyUntil, Clock.Nanoseconds) + nanoseconds;
    }

    void NoteLasting(DiskFault fault)
    {
        if (fault.Count == DiskFault.Lasting)
        {
            DiskIsGoneSince ??= Clock.Nanoseconds;
        }
    }

    /// <summary>The cell's voltage begins to move; what moved it before moves it no more.</summary>
    internal int BeginExcursion() => ++_excursion;

    /// <summary>The cell's voltage is moved.</summary>
    /// <param name="excursion">By which excursion.</param>
    /// <param name="addedVolts">By how much in all, V.</param>
    internal void Wander(int excursion, double addedVolts)
    {
        if (excursion != _excursion)
        {
            return;
        }
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

    /// <summary>The system asks the process that runs to end.</summary>
    internal void StopProgram()
    {
        if (_isAlive)
        {
            Lives[^1].Stop();
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
        Disk.Dispose();
    }
}
