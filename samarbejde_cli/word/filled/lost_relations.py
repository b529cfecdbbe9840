"""Take relations to parts that are not there out of a file: python-docx opens none with one.

LibreOffice leaves that of a chart to its workbook when a form was saved as .odt in between.
"""

from samarbejde_cli.word.opc.namespaces import RELATION
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_xml import read_xml, write_xml
from samarbejde_cli.word.opc.relations import relation_of, target_name
from samarbejde_cli.word.opc.zip_files import write_parts


def without_lost(package: Package) -> bytes:
    """Return the file of a package in which every relation leads to a part, or out of the file."""
    parts = {name: part.data for name, part in package.parts.items()}
    for name in [each for each in parts if each.endswith(".rels")]:
        folder, _, file = name.rpartition("_rels/")
        root = read_xml(parts[name])
        for entry in list(root.iter(RELATION)):
            relation = relation_of(entry)
            target = target_name(f"{folder}{file.removesuffix('.rels')}", relation.target)
            if not relation.external and target not in parts:
                root.remove(entry)
        parts[name] = write_xml(root)
    return write_parts(parts)
