"""What a document looks like on paper: LibreOffice makes the PDF, and its pages are measured."""
