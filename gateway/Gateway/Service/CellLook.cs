using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>Looks at the cell of a run that was cut off, with nothing connected, before its file is opened to be written. It is scanned as a run is, so that the board's other channel goes on meanwhile.</summary>
/// <param name="request">What is to go on.</param>
/// <param name="rig">The board, with the channel in the idle state.</param>
/// <param name="due">When, on the rig's clock, ns.</param>
sealed class CellLook(RunRequest request, IRig rig, long due) : IScanned
{
    /// <inheritdoc/>
    public long NextDue => due;

    /// <inheritdoc/>
    public bool HasEnded { get; private set; }

    /// <summary>What it read, V.</summary>
    internal double Volts { get; private set; } = double.NaN;

    /// <summary>What the supervisor did while nobody recorded.</summary>
    internal IReadOnlyList<RigEvent> Trips { get; private set; } = [];

    /// <summary>Why the cell must not be connected; null where it may be.</summary>
    internal Exception? Refusal { get; private set; }

    /// <inheritdoc/>
    public void Scan()
    {
        try
        {
            rig.Supervisor?.Greet();
            Volts = request.Interrupted!.Point.RequireCell(rig.Board.Channels.First(c => c.Number == request.Channel), request.Plan.Cell);
            Trips = SupervisedNote.TripsSince(request, rig);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Refusal = e;
        }
        HasEnded = true;
    }
}
