namespace CoinRig.Faults;

/// <summary>Where the files of a simulated rig are.</summary>
interface IRunPlace : IDisposable
{
    /// <summary>The folder of the run file, as the gateway is given it. It may be another one after a kill.</summary>
    string Folder { get; }

    /// <summary>The run file; null where there is none.</summary>
    string? RunFile { get; }

    /// <summary>The process is gone: what it wrote stays as it is, what it held open is let go.</summary>
    void Kill();
}
