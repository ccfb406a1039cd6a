using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Temperature;

namespace CoinRig.Gateway;

/// <summary>One board with its clock: the real one or its twin. Disposing brings every channel to the idle state.</summary>
interface IRig : IDisposable
{
    /// <summary>The board.</summary>
    Board Board { get; }

    /// <summary>The rig's clock.</summary>
    IRigClock Clock { get; }

    /// <summary>The cell's thermometer; null where there is none.</summary>
    IThermometer? Thermometer { get; }

    /// <summary>The supervisor; null where there is none.</summary>
    RigSupervisor? Supervisor => null;

    /// <summary>Whether time is virtual, so that a full feed can be waited for.</summary>
    bool IsVirtual { get; }

    /// <summary>"twin" or "hardware", for the run file.</summary>
    string Source { get; }

    /// <summary>The seed; 0 on hardware.</summary>
    long Seed { get; }
}
