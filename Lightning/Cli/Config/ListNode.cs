namespace Lightning.Cli;

/// <summary>A list as it was written.</summary>
internal sealed class ListNode(List<ConfigNode> items, Place place) : ConfigNode(place)
{
    internal List<ConfigNode> Items => items;

    internal override string Shown => $"[{string.Join(", ", items.Select(item => item.Shown))}]";
}
