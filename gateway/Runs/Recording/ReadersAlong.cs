using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>Who reads along with a recorder. One that fails is left out from then on.</summary>
/// <param name="readers">Who, in this order.</param>
/// <param name="failed">Is told who failed, and why.</param>
sealed class ReadersAlong(IEnumerable<IRunReader> readers, Action<IRunReader, Exception> failed)
{
    readonly List<IRunReader> _readers = [.. readers];

    public void OnSample(in Sample sample)
    {
        for (var i = 0; i < _readers.Count; i++)
        {
            try
            {
                _readers[i].OnSample(sample);
            }
            catch (Exception error)
            {
                Drop(i--, error);
            }
        }
    }

    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
        for (var i = 0; i < _readers.Count; i++)
        {
            try
            {
                _readers[i].OnMarker(marker, post);
            }
            catch (Exception error)
            {
                Drop(i--, error);
            }
        }
    }

    void Drop(int index, Exception error)
    {
        var reader = _readers[index];
        _readers.RemoveAt(index);
        failed(reader, error);
    }
}
