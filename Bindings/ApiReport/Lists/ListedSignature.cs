namespace Torchlight.ApiReport.Lists;

/// <summary>One signature of the peer's public surface, with the area that its name belongs to.</summary>
/// <param name="TypeKind">What the declaring type is: <c>class</c>, <c>abstract class</c>, <c>static class</c>, <c>struct</c>, ...</param>
/// <param name="Kind">What the member is: <c>method</c>, <c>static property</c>, <c>protected constructor</c>, ...; <c>type</c> for the type itself.</param>
/// <param name="Text">Result and parameters, <c>Tensor(Tensor input, long dim=-1)</c>; for a type its base class.</param>
internal sealed record ListedSignature(string Area, string Type, string TypeKind, string Member, string Kind, string Text)
{
    public override string ToString() => Kind == "type" ? $"{TypeKind} {Type}" : $"{Kind} {Type}.{Member} {Text}";
}
