using System.Globalization;

namespace Lightning.Cli;

/// <summary>A list of values of one kind.</summary>
/// <param name="element">The kind of each.</param>
/// <param name="build">The list that the program gets.</param>
/// <param name="single">Whether one value stands for a list of it.</param>
internal sealed class ListKind(ValueKind element, Func<IReadOnlyList<object?>, object?> build, bool single = false) : ValueKind
{
    internal ValueKind Element => element;

    internal override string Takes => single ? $"{element.Takes} or a list of such" : $"list of {element.Takes}";

    internal override bool Fits(ConfigNode node) => node is ListNode || (single && element.Fits(node));

    internal override object? Convert(ConfigNode node, string key) => node is ListNode list
        ? list.Items.Select((item, index) => element.Convert(item, $"{key}[{index.ToString(CultureInfo.InvariantCulture)}]")).ToList()
        : single ? new List<object?> { element.Convert(node, key) } : throw Wrong(node, key);

    internal override object? Build(object? plain) => plain is List<object?> items ? build([.. items.Select(element.Build)]) : null;

    internal override ConfigNode Assign(ConfigNode? current, Assignment change, int depth)
    {
        if (!change.EndsAt(depth))
        {
            return Inside(Items(current, change.Place), change, depth);
        }

        var value = change.Needed(Takes);
        if (!change.Appends)
        {
            return value;
        }

        var list = Items(current, change.Place);
        list.Items.AddRange(value is ListNode several ? several.Items : [value]);
        return list;
    }

    // A number chooses one of the list; any other name is one of the last value's, the one that was appended just before.
    private ListNode Inside(ListNode list, Assignment change, int depth)
    {
        var name = change.Path[depth];
        var chosen = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        if (!chosen)
        {
            index = list.Items.Count - 1;
        }

        if (index < 0 || index >= list.Items.Count)
        {
            throw new CommandLineException($"{change.Place.At(change.Key(change.Path.Length))}: the list has {list.Items.Count} values. "
                + $"Append one first: --{change.Key(depth)}+=VALUE.");
        }

        list.Items[index] = element.Assign(list.Items[index], change, chosen ? depth + 1 : depth);
        return list;
    }

    private static ListNode Items(ConfigNode? current, Place place) => current switch
    {
        ListNode list => list,
        null => new ListNode([], place),
        var one => new ListNode([one], one.Place),
    };
}
