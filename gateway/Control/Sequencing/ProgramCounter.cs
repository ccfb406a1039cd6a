using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>Walks a plan's program: which step comes next, in which pass of which loop, and which cycle that is.</summary>
sealed class ProgramCounter
{
    readonly Func<EndCondition, bool> _holds;
    readonly IReadOnlyList<Jump> _targets;
    readonly int[] _jumps;
    readonly IReadOnlyList<Instruction> _instructions;
    readonly int[] _passes;
    readonly int[] _bodies;
    readonly bool _outermostCounts;
    int _index = -1;
    int _depth;
    int _countingDepth;
    int _cyclesBegun;

    /// <summary>Makes a counter for a program without jumps and without loops that end early.</summary>
    internal ProgramCounter(IReadOnlyList<Instruction> instructions)
        : this(instructions, [], static _ => false)
    {
    }

    /// <summary>Makes a counter that stands before the first step.</summary>
    /// <param name="instructions">The program.</param>
    /// <param name="jumps">Where its conditions lead.</param>
    /// <param name="holds">Whether a condition holds, for those that end loops.</param>
    internal ProgramCounter(IReadOnlyList<Instruction> instructions, IReadOnlyList<Jump> jumps, Func<EndCondition, bool> holds)
    {
        _instructions = instructions;
        _targets = jumps;
        _jumps = new int[jumps.Count];
        _holds = holds;
        var loops = instructions.OfType<BeginLoop>().ToArray();
        _passes = new int[loops.Length];
        _bodies = new int[loops.Length];
        _outermostCounts = !loops.Any(l => l.CountsCycles);
    }

    /// <summary>The current step; null before the first and after the last.</summary>
    internal Step? Step => _index >= 0 && _index < _instructions.Count ? (_instructions[_index] as RunStep)?.Step : null;

    /// <summary>The cycle of the current step, from 1.</summary>
    internal int Cycle => Math.Max(1, _cyclesBegun);

    /// <summary>Whether the current step is inside a loop whose passes are cycles; where not, a technique's own passes count.</summary>
    internal bool IsInCountedLoop => _countingDepth > 0;

    /// <summary>Where the program stands.</summary>
    internal ProgramPosition Position => new(_index, [.. _passes]) { CyclesBegun = _cyclesBegun, Jumps = [.. _jumps] };

    /// <summary>Goes to a position of the same program; its step is the current one.</summary>
    /// <exception cref="PlanRefusedException">The program has no step there.</exception>
    internal void Restore(ProgramPosition position)
    {
        if (position.Instruction < 0 || position.Instruction >= _instructions.Count || _instructions[position.Instruction] is not RunStep || position.Passes.Count != _passes.Length)
        {
            throw new PlanRefusedException($"The run stood at instruction {position.Instruction}, which its protocol has not: it cannot go on.");
        }
        (_depth, _countingDepth) = (0, 0);
        for (_index = 0; _index < position.Instruction; _index++)
        {
            if (_instructions[_index] is BeginLoop begin)
            {
                _bodies[begin.Loop] = _index;
                _countingDepth += Counts(begin, ++_depth) ? 1 : 0;
            }
            else if (_instructions[_index] is EndLoop end)
            {
                _countingDepth -= Counts((BeginLoop)_instructions[_bodies[end.Loop]], _depth--) ? 1 : 0;
            }
        }
        for (var i = 0; i < _passes.Length; i++)
        {
            _passes[i] = position.Passes[i];
        }
        for (var i = 0; i < Math.Min(_jumps.Length, position.Jumps.Count); i++)
        {
            _jumps[i] = position.Jumps[i];
        }
        _cyclesBegun = position.CyclesBegun;
    }

    /// <summary>A technique counted cycles of its own, after the one that it began with.</summary>
    internal void CountOwnCycles(int passes) => _cyclesBegun = Cycle + passes;

    /// <summary>Makes a jump, unless it was made as often as it may be.</summary>
    internal void Jump(int number)
    {
        var jump = _targets[number];
        if (jump.Times > 0 && _jumps[number] >= jump.Times)
        {
            return;
        }
        _jumps[number]++;
        LeaveLoops(jump.Target);
        _index = jump.Target - 1;
    }

    /// <summary>Leaves the loops whose bodies the target is not in.</summary>
    void LeaveLoops(int target)
    {
        for (var i = _index; i >= 0 && _depth > 0; i--)
        {
            if (_instructions[i] is BeginLoop begin && _bodies[begin.Loop] == i && IsOpen(begin.Loop, i) && (target <= i || target > EndOf(begin.Loop)))
            {
                _countingDepth -= Counts(begin, _depth) ? 1 : 0;
                _depth--;
            }
        }
    }

    /// <summary>Whether the current instruction is in the body of a loop.</summary>
    bool IsOpen(int loop, int begin) => begin <= _index && _index <= EndOf(loop);

    int EndOf(int loop)
    {
        var i = _bodies[loop];
        while (_instructions[i] is not EndLoop end || end.Loop != loop)
        {
            i++;
        }
        return i;
    }

    /// <summary>Goes to the next step; false where the program is done.</summary>
    internal bool MoveNext()
    {
        while (++_index < _instructions.Count)
        {
            switch (_instructions[_index])
            {
                case RunStep run:
                    _cyclesBegun += run.Step.CountsOwnCycles && !IsInCountedLoop ? 1 : 0;
                    return true;
                case BeginLoop begin:
                    _passes[begin.Loop] = 0;
                    _bodies[begin.Loop] = _index;
                    BeginPass(begin, ++_depth);
                    _countingDepth += Counts(begin, _depth) ? 1 : 0;
                    break;
                case EndLoop end:
                    EndPass((BeginLoop)_instructions[_bodies[end.Loop]], end);
                    break;
            }
        }
        return false;
    }

    void EndPass(BeginLoop loop, EndLoop end)
    {
        if (_passes[loop.Loop] + 1 < loop.Count && !end.Until.Any(_holds))
        {
            _passes[loop.Loop]++;
            BeginPass(loop, _depth);
            _index = _bodies[loop.Loop];
            return;
        }
        _countingDepth -= Counts(loop, _depth) ? 1 : 0;
        _depth--;
    }

    void BeginPass(BeginLoop loop, int depth)
    {
        for (var i = 0; i < _jumps.Length; i++)
        {
            _jumps[i] = _targets[i].Loop == loop.Loop ? 0 : _jumps[i];
        }
        if (Counts(loop, depth))
        {
            _cyclesBegun++;
        }
    }

    bool Counts(BeginLoop loop, int depth) => loop.CountsCycles || (_outermostCounts && depth == 1);
}
