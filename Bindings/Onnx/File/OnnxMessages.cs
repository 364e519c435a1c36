namespace TorchSharp;

/// <summary>ONNX's messages, field by field (onnx.proto).</summary>
internal static class OnnxMessages
{
    // AttributeProto.AttributeType
    private const int Float = 1;
    private const int Int = 2;
    private const int String = 3;
    private const int Tensor = 4;
    private const int Floats = 6;
    private const int Ints = 7;
    private const int Strings = 8;

    /// <summary>ModelProto up to the content of its graph, which has that many bytes.</summary>
    internal static Action<ProtoWriter> Model(int opset, int structure, long graph) => model => model
        .Integer(1, structure)
        .Text(2, "torchlight")
        .Text(3, $"{typeof(OnnxMessages).Assembly.GetName().Version?.ToString(3)}")
        .Message(8, set => set.Text(1, "").Integer(2, opset))
        .Announce(7, graph);

    /// <summary>GraphProto's nodes and its name.</summary>
    internal static Action<ProtoWriter> Nodes(OnnxGraph graph) => message =>
    {
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            OnnxNode node = graph.Nodes[i];
            string name = $"{node.Operator}_{i}";
            message.Message(1, content => Node(content, node, name));
        }

        message.Text(2, "main_graph");
    };

    /// <summary>GraphProto's inputs and outputs.</summary>
    internal static Action<ProtoWriter> Ports(OnnxGraph graph) => message =>
    {
        graph.Inputs.ForEach(port => message.Message(11, content => Port(content, port)));
        graph.Outputs.ForEach(port => message.Message(12, content => Port(content, port)));
    };

    private static void Node(ProtoWriter message, OnnxNode node, string name)
    {
        foreach (string input in node.Inputs)
        {
            message.Text(1, input);
        }

        foreach (string output in node.Outputs)
        {
            message.Text(2, output);
        }

        message.Text(3, name).Text(4, node.Operator);
        foreach (var (attribute, value) in node.Attributes)
        {
            message.Message(5, content => Attribute(content, attribute, value));
        }
    }

    private static void Attribute(ProtoWriter message, string name, object value)
    {
        message.Text(1, name);
        switch (value)
        {
            case float number:
                message.Float(2, number).Integer(20, Float);
                break;
            case long number:
                message.Integer(3, number).Integer(20, Int);
                break;
            case string text:
                message.Bytes(4, System.Text.Encoding.UTF8.GetBytes(text)).Integer(20, String);
                break;
            case torch.Tensor tensor:
                message.Message(5, content => SmallTensor(content, tensor)).Integer(20, Tensor);
                break;
            case float[] numbers:
                foreach (float number in numbers)
                {
                    message.Float(7, number);
                }

                message.Integer(20, Floats);
                break;
            case long[] numbers:
                message.Integers(8, numbers).Integer(20, Ints);
                break;
            case string[] texts:
                foreach (string text in texts)
                {
                    message.Bytes(9, System.Text.Encoding.UTF8.GetBytes(text));
                }

                message.Integer(20, Strings);
                break;
            default:
                throw new ArgumentException($"an ONNX attribute cannot hold a {value.GetType()}", nameof(value));
        }
    }

    private static void SmallTensor(ProtoWriter message, torch.Tensor tensor)
    {
        using var bytes = new MemoryStream();
        tensor.WriteBytesToStream(bytes);
        message.Integers(1, tensor.shape).Integer(2, OnnxTypes.Of(tensor.dtype)).Bytes(9, bytes.ToArray());
    }

    private static void Port(ProtoWriter message, OnnxPort port) => message.Text(1, port.Name).Message(2, type => type.Message(1, tensor => tensor
        .Integer(1, OnnxTypes.Of(port.Type))
        .Message(2, shape =>
        {
            foreach (OnnxDimension dimension in port.Dimensions)
            {
                shape.Message(1, content => _ = dimension.Name is null ? content.Integer(1, dimension.Length) : content.Text(2, dimension.Name));
            }
        })));
}
