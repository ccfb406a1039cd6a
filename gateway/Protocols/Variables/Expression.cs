using System.Globalization;
using System.Text.RegularExpressions;
using static CoinRig.Protocols.ExpressionWords;

namespace CoinRig.Protocols;

/// <summary>
/// Reads an expression inside a text: values with units, <c>$name</c>, <c>+ - * /</c>, parentheses, and braces in which names may stand without $. It ends
/// where no operator follows, so that words around it ("until", "or", "..") are left to their readers.
/// </summary>
sealed class Expression
{
    const string Operand = "a value with its unit, $name or (...)";

    readonly string _text;
    readonly Func<string, Variable> _find;
    int _depth;

    Expression(string text, int start, Func<string, Variable> find) => (_text, Position, _find) = (text, start, find);

    /// <summary>Where reading goes on.</summary>
    internal int Position { get; private set; }

    /// <summary>Whether it is more than one value as it is written.</summary>
    internal bool IsComputed { get; private set; }

    /// <summary>The variable where the expression is nothing else.</summary>
    internal Variable? Alone { get; private set; }

    /// <summary>The value; of a range that stands alone there is none.</summary>
    internal Computed Value { get; private set; }

    /// <summary>Reads the expression that starts at a place.</summary>
    /// <exception cref="ExpressionException">It cannot be computed.</exception>
    internal static Expression Read(string text, int start, Func<string, Variable> find)
    {
        var expression = new Expression(text, start, find);
        var variable = expression.OnlyVariable();
        if (variable is { } alone)
        {
            expression.Alone = alone;
            expression.IsComputed = true;
            expression.Value = alone.Value ?? default;
        }
        else
        {
            expression.Value = expression.Sum(bare: false);
        }
        return expression;
    }

    /// <summary>A variable with nothing around it that computes.</summary>
    Variable? OnlyVariable()
    {
        var start = Position;
        var braced = Take('{');
        if ((Take('$') || braced) && NameShape.Match(_text, Position) is { Success: true } name)
        {
            Position += name.Length;
            if ((!braced || Take('}')) && Operator() == '\0' && (!braced || !IsUnit(name.Value)))
            {
                return _find(name.Value);
            }
        }
        Position = start;
        return null;
    }

    Computed Sum(bool bare)
    {
        if (++_depth > 40)
        {
            throw new ExpressionException("more than 40 parentheses inside each other", "an expression that a person can read");
        }
        var sum = Product(bare, mayBeSigned: true);
        while (Operator() is var op && op is '+' or '-')
        {
            TakeOperator(op);
            sum = Computed.Sum(sum, Product(bare, mayBeSigned: false), op == '-' ? -1 : 1);
        }
        _depth--;
        return sum;
    }

    void TakeOperator(char op)
    {
        Skip();
        Position++;
        IsComputed = true;
        Skip();
        if (Position >= _text.Length)
        {
            throw new ExpressionException($"nothing behind '{op}'", Operand);
        }
        var next = _text[Position];
        if (op == '+' && next == '-')
        {
            throw new ExpressionException("'+-': a value with an uncertainty", "one value without an uncertainty");
        }
        if (next is '+' or '*' or '/' || (next == '-' && op == '-'))
        {
            throw new ExpressionException($"'{op}{next}': two operators in a row", Operand);
        }
    }

    Computed Product(bool bare, bool mayBeSigned)
    {
        var product = Signed(bare, mayBeSigned);
        while (Operator() is var op && op is '*' or '/')
        {
            TakeOperator(op);
            var next = Signed(bare, mayBeSigned: true);
            product = op == '*' ? Computed.Product(product, next) : Computed.Quotient(product, next);
        }
        return product;
    }

    Computed Signed(bool bare, bool mayBeSigned)
    {
        Skip();
        if (mayBeSigned && Position < _text.Length && _text[Position] is '-' or '+')
        {
            var isMinus = _text[Position++] == '-';
            var value = Primary(bare);
            return isMinus ? value with { Value = -value.Value } : value;
        }
        return Primary(bare);
    }

    Computed Primary(bool bare)
    {
        Skip();
        if (Position >= _text.Length)
        {
            throw new ExpressionException("nothing where a value is needed", Operand);
        }
        if (_text[Position] is '(' or '{')
        {
            var isBrace = _text[Position++] == '{';
            IsComputed = true;
            var inner = Sum(bare || isBrace);
            Close(isBrace ? '}' : ')');
            return inner;
        }
        if (_text[Position] == '$')
        {
            Position++;
            return NameShape.Match(_text, Position) is { Success: true } name ? Named(name.Value) : throw new ExpressionException("'$' without a name", "$name of a value under 'let'");
        }
        if (RateShape.Match(_text, Position) is { Success: true } rate)
        {
            Position += rate.Length;
            var hours = double.Parse(rate.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
            return hours > 0 ? new(1 / hours, ValueKind.All[0].Powers) : throw new ExpressionException($"'{rate.Value}' divides by 0", "a C-rate such as C/5");
        }
        if (NumberShape.Match(_text, Position) is { Success: true } number)
        {
            return Literal(number);
        }
        if (IsOneC(_text, Position))
        {
            Position++;
            return new(1, ValueKind.All[0].Powers);
        }
        var word = NameShape.Match(_text, Position);
        return bare && word.Success ? Named(word.Value) : throw new ExpressionException($"'{(word.Success ? word.Value : _text[Position].ToString())}' where a value is needed", Operand);
    }

    Computed Literal(Match number)
    {
        Position += number.Length;
        var value = double.Parse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        var before = Position;
        Skip();
        if (UnitShape.Match(_text, Position) is { Success: true } shape)
        {
            for (var length = shape.Length; length > 0; length--)
            {
                var ends = length == shape.Length || !(char.IsLetterOrDigit(_text[Position + length]) || _text[Position + length] == '_');
                if (ends && KindOf(_text.Substring(Position, length)) is { } unit)
                {
                    Position += length;
                    return new(value * unit.Factor, unit.Kind.Powers);
                }
            }
        }
        Position = before;
        return Computed.Number(value);
    }

    Computed Named(string name)
    {
        Position += name.Length;
        IsComputed = true;
        return _find(name).Value ?? throw new ExpressionException($"'{name}' is a range", "arithmetic with single values; a range stands alone: 'between: $window'");
    }

    void Close(char closing)
    {
        if (!Take(closing))
        {
            throw new ExpressionException(Position < _text.Length ? $"'{_text[Position..].TrimStart().Split(' ')[0]}' where '{closing}' is needed" : $"no '{closing}'", "as many closing as opening parentheses or braces, with values and + - * / between");
        }
    }

    bool Take(char character)
    {
        var start = Position;
        Skip();
        if (Position < _text.Length && _text[Position] == character)
        {
            Position++;
            return true;
        }
        Position = start;
        return false;
    }

    /// <summary>The operator that comes next; '\0' where none does.</summary>
    char Operator()
    {
        var at = Position;
        while (at < _text.Length && _text[at] == ' ')
        {
            at++;
        }
        return at < _text.Length && _text[at] is '+' or '-' or '*' or '/' ? _text[at] : '\0';
    }

    void Skip()
    {
        while (Position < _text.Length && _text[Position] == ' ')
        {
            Position++;
        }
    }
}
