namespace CoinRig.Gateway;

/// <summary>The commands that move something: they compose a rig and drive it. Each gives an exit code.</summary>
public interface IRigCommands
{
    /// <summary>Executes a protocol on a cell.</summary>
    /// <param name="options">What was given.</param>
    /// <param name="screen">Where to say things.</param>
    /// <param name="stop">Ends it.</param>
    /// <param name="leave">Cancelled before <paramref name="stop"/> where the run is to be left for <see cref="Resume"/>.</param>
    int Run(RunOptions options, Screen screen, CancellationToken stop, CancellationToken leave);

    /// <summary>Goes on with a run that a loss of power or the end of its process interrupted.</summary>
    int Resume(ResumeOptions options, Screen screen, CancellationToken stop, CancellationToken leave);

    /// <summary>Delivers a run file to a broker.</summary>
    int Publish(PublishOptions options, Screen screen, CancellationToken stop);

    /// <summary>Measures a dummy cell through both channels and says what is wrong.</summary>
    int SelfTest(SelfTestOptions options, Screen screen, CancellationToken stop);

    /// <summary>Looks at computer, board and channels without a cell, and says what is wrong.</summary>
    int Doctor(DoctorOptions options, Screen screen, CancellationToken stop);

    /// <summary>Asks the supervisor, resets it, or proves its wires.</summary>
    int Supervisor(SupervisorOptions options, Screen screen, CancellationToken stop);

    /// <summary>Cycles, sweeps and titrates a half cell on the twin.</summary>
    int Demo(DemoOptions options, Screen screen, CancellationToken stop);
}
