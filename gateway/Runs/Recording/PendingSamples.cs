using System.Runtime.InteropServices;
using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>
/// The samples of the block that is being filled: those that wait for a commit, and those committed already, kept to write the block
/// again as one chunk when it is full. Blocks end at multiples of <see cref="SampleChunk.MostSamples"/>, so that the file's content does not
/// depend on when commits were made.
/// </summary>
sealed class PendingSamples
{
    /// <summary>
    /// A chunk of fewer samples is written again with the next ones: it fills about one page of the file, and a commit writes whole
    /// pages anyway.
    /// </summary>
    const int SmallChunk = 64;

    readonly SampleChunk _chunk = new();
    readonly SampleChunk _check = new();
    readonly Sample[] _samples = new Sample[SampleChunk.MostSamples];
    readonly Sample[] _back = new Sample[SampleChunk.MostSamples];
    int _count;
    int _committed;
    int _lastChunk;
    int _writtenChunk;

    /// <summary>Goes on in the block that a file had begun.</summary>
    public void Continue(Continuation file)
    {
        file.OpenBlock.CopyTo(_samples);
        _count = _committed = file.OpenBlock.Length;
        _lastChunk = file.LastChunk;
    }

    /// <summary>How many wait for a commit.</summary>
    public int Waiting => _count - _committed;

    /// <summary>Whether nothing more can be taken before the block is sealed.</summary>
    public bool IsFull => _count > 0 && (_count == _samples.Length || _samples[_count - 1].Sequence % SampleChunk.MostSamples == 0);

    /// <summary>Whether the block must be sealed before this sample, because one is missing between them.</summary>
    public bool IsGap(in Sample next) => _count > 0 && next.Sequence != _samples[_count - 1].Sequence + 1;

    /// <summary>Takes a sample.</summary>
    public void Add(in Sample sample) => _samples[_count++] = sample;

    /// <summary>Writes what waits, or the whole block as one chunk.</summary>
    public void Write(RunWriter writer, bool seal)
    {
        if (_count == 0 || (!seal && Waiting == 0))
        {
            return;
        }
        var joins = _committed > _lastChunk && _count - _lastChunk <= SmallChunk;
        _writtenChunk = seal ? 0 : joins ? _lastChunk : _committed;
        if (_writtenChunk < _committed)
        {
            writer.DropChunks(_samples[_writtenChunk].Sequence);
        }
        var samples = _samples.AsSpan(_writtenChunk, _count - _writtenChunk);
        if (seal && TrySeal(samples, out var block))
        {
            writer.Chunk(samples[0].Sequence, samples.Length, SampleChunk.Sealed, block);
            return;
        }
        writer.Chunk(samples[0].Sequence, samples.Length, SampleChunk.Open, _chunk.Encode(samples, SampleChunk.Open));
    }

    /// <summary>Compresses a block; false where it is not the same to the bit when it is read again: what was measured is not staked on a compressor.</summary>
    bool TrySeal(ReadOnlySpan<Sample> samples, out ReadOnlySpan<byte> block)
    {
        var back = _back.AsSpan(0, samples.Length);
        block = _chunk.Encode(samples, SampleChunk.Sealed);
        try
        {
            _check.Decode(block, SampleChunk.Sealed, samples[0].Sequence, back);
        }
        catch (InvalidDataException)
        {
            return false;
        }
        return MemoryMarshal.AsBytes(samples).SequenceEqual(MemoryMarshal.AsBytes(back));
    }

    /// <summary>What was written was committed.</summary>
    public void Committed(bool sealedBlock)
    {
        if (sealedBlock)
        {
            (_count, _committed, _lastChunk) = (0, 0, 0);
        }
        else if (Waiting > 0)
        {
            (_committed, _lastChunk) = (_count, _writtenChunk);
        }
    }
}
