/// A document that was laid out, as the objects of a tagged PDF.
struct PDFFile {
    private let document: PDFDocument
    private var objects = PDFObjects()
    private let (root, info): (Int, Int)

    var bytes: [UInt8] { objects.file(root: root, info: info) }

    init(_ document: PDFDocument, _ layout: Layout) {
        self.document = document
        var objects = PDFObjects()
        let (catalog, tree, structure) = (objects.reserve(), objects.reserve(), objects.reserve())
        var (regular, bold) = (layout.regular, layout.bold)
        let fonts = [FontObjects.add(&regular, to: &objects), FontObjects.add(&bold, to: &objects)]
        let pages = layout.pages.enumerated().map { number, page in
            let content = objects.add(stream: Array(page.drawn.utf8))
            return objects.add(
                """
                <</Type /Page /Parent \(tree) 0 R /MediaBox [0 0 \(Sheet.width.point) \(Sheet.height.point)] /Contents \(content) 0 R \
                /Resources <</Font <</F1 \(fonts[0]) 0 R /F2 \(fonts[1]) 0 R>>>> /StructParents \(number) /Tabs /S>>
                """)
        }
        objects.set(tree, "<</Type /Pages /Count \(pages.count) /Kids [\(pages.map { "\($0) 0 R" }.joined(separator: " "))]>>")
        Self.structure(layout, pages, root: structure, in: &objects)
        let metadata = objects.add(stream: Array(Self.metadata(document).utf8), "/Type /Metadata /Subtype /XML")
        objects.set(
            catalog,
            """
            <</Type /Catalog /Pages \(tree) 0 R /Lang (\(document.language)) /MarkInfo <</Marked true>> \
            /StructTreeRoot \(structure) 0 R /ViewerPreferences <</DisplayDocTitle true>> /Metadata \(metadata) 0 R>>
            """)
        info = objects.add("<</Title \(PDFObjects.text(document.title))>>")
        root = catalog
        self.objects = objects
    }

    /// The tree, and for each page the elements that its marks belong to.
    private static func structure(_ layout: Layout, _ pages: [Int], root: Int, in objects: inout PDFObjects) {
        let numbers = layout.structure.nodes.map { _ in objects.reserve() }
        for (place, node) in layout.structure.nodes.enumerated() {
            let children = node.children.map { child in
                switch child {
                case .node(let other): "\(numbers[other]) 0 R"
                case .content(let page, let mark): "<</Type /MCR /Pg \(pages[page]) 0 R /MCID \(mark)>>"
                }
            }
            objects.set(
                numbers[place],
                """
                <</Type /StructElem /S /\(node.role) /P \(node.parent < 0 ? root : numbers[node.parent]) 0 R\(attributes(of: node)) \
                /K [\(children.joined(separator: " "))]>>
                """)
        }
        let parents = layout.pages.enumerated().map { number, page in
            "\(number) [\(page.owners.map { "\(numbers[$0]) 0 R" }.joined(separator: " "))]"
        }
        objects.set(
            root,
            """
            <</Type /StructTreeRoot /K [\(numbers[Structure.root]) 0 R] /ParentTree <</Nums [\(parents.joined(separator: " "))]>> \
            /ParentTreeNextKey \(pages.count)>>
            """)
    }

    private static func attributes(of node: Structure.Node) -> String {
        var text = ""
        if let description = node.description { text += " /Alt \(PDFObjects.text(description))" }
        if let spoken = node.spoken { text += " /ActualText \(PDFObjects.text(spoken))" }
        if let scope = node.scope { text += " /A <</O /Table /Scope /\(scope)>>" }
        if let box = node.box { text += " /A <</O /Layout /Placement /Block /BBox [\(box.map(\.point).joined(separator: " "))]>>" }
        return text
    }

    private static func metadata(_ document: PDFDocument) -> String {
        func escaped(_ text: String) -> String { text.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
        return """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(document.title))</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>\(escaped(document.language))</rdf:li></rdf:Bag></dc:language>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """
    }
}
